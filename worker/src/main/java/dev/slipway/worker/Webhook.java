package dev.slipway.worker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.slipway.activities.notification.Receiver;
import dev.slipway.activities.notification.Receiver.Format;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;

/**
 * Whom runs may tell what happens.
 *
 * @param format {@code cloudEvents} or {@code slack}
 * @param url where it listens, or
 * @param urlFile a file with the URL, where that is a secret, as Slack's are
 * @param secretFile a file with what {@code cloudEvents} are signed with, a secret a line
 */
record Webhook(
    @NotNull @Pattern(regexp = FORMAT, message = FORMATS) String format,
    @Pattern(regexp = URL, message = URLS) String url,
    Path urlFile,
    Path secretFile) {
  private static final String SLACK = "slack";
  private static final String FORMAT = "cloudEvents|" + SLACK;
  private static final String FORMATS = "must be cloudEvents or slack";
  private static final String URL = "https?://[^/\\s]+\\S*";
  private static final String URLS = "must be an https:// or http:// URL";

  Receiver receiver(String name) {
    return new Receiver(
        name, isSlack() ? Format.SLACK : Format.CLOUD_EVENTS, url, urlFile, secretFile);
  }

  // The names of these two stand before their messages, as a field's does.
  @JsonIgnore
  @AssertTrue(message = "must be given by either url or urlFile")
  public boolean isAddress() {
    return (url == null) != (urlFile == null);
  }

  @JsonIgnore
  @AssertTrue(message = "needs a secretFile with cloudEvents, and has none with slack")
  public boolean isSignature() {
    return format == null || isSlack() == (secretFile == null);
  }

  private boolean isSlack() {
    return SLACK.equals(format);
  }
}
