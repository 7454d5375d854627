package dev.slipway.activities.notification;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A webhook of worker.yml. Its files are read anew each time, so that they can be exchanged.
 *
 * @param url where it listens; null where a file holds it
 * @param urlFile holds the URL where that is a secret; else null
 * @param secretFile what {@link Format#CLOUD_EVENTS} is signed with; else null
 */
public record Receiver(String name, Format format, String url, Path urlFile, Path secretFile) {
  private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

  /** What it understands. */
  public enum Format {
    /** CloudEvents 1.0, signed as Standard Webhooks are. */
    CLOUD_EVENTS,
    /** A message for Slack, or for what takes the same. */
    SLACK
  }

  public Receiver {
    requireNonNull(name, "name");
    requireNonNull(format, "format");
  }

  /** Fails where a notice could not even be addressed. */
  void check() {
    address();
    if (format == Format.CLOUD_EVENTS) {
      signing();
    }
  }

  URI address() {
    URI address = parsed(url == null ? content("urlFile", urlFile).strip() : url);
    if (address.getHost() == null) {
      throw unusable("url is no http:// or https:// URL", null);
    }
    if ("https".equals(address.getScheme())) {
      return address;
    }
    if (!"http".equals(address.getScheme())) {
      throw unusable("url is no http:// or https:// URL", null);
    }
    // Who reads the URL of such a webhook can write to it.
    if (format == Format.SLACK && !THIS_MACHINE.matcher(address.getHost()).matches()) {
      throw unusable("url must be an https:// URL", null);
    }
    return address;
  }

  StandardWebhook signing() {
    String secrets = content("secretFile", secretFile);
    return StandardWebhook.with(secrets)
        .orElseThrow(
            () ->
                unusable(
                    "secretFile must hold lines of whsec_ and the Base64 of at least 24 bytes",
                    null));
  }

  @Override
  public String toString() {
    return "webhook \"" + name + "\"";
  }

  private URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Without the cause, which repeats the URL.
      throw unusable("url is no http:// or https:// URL", null);
    }
  }

  private String content(String field, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unusable(field + " cannot be read: " + e, e);
    }
  }

  private ApplicationFailure unusable(String why, Throwable cause) {
    return FailureType.NOTICE_REFUSED.failure(this + " of worker.yml: " + why, cause);
  }
}
