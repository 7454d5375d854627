package dev.slipway.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.notification.Receiver.Format;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.plan.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiversExaminerTest {
  @TempDir private Path folder;

  @Test
  void findsNothingWhereNobodyIsToBeTold() {
    assertThat(blockers(List.of())).isEmpty();
  }

  @Test
  void findsNothingWhereTheReceiverCanBeAddressed() throws IOException {
    assertThat(blockers(List.of("team"), team("https://example.org/", "secret"))).isEmpty();
  }

  @Test
  void blocksOnEveryReceiverThatTheWorkerDoesNotKnow() throws IOException {
    assertThat(blockers(List.of("ops", "team", "boss"), team("https://example.org/", "secret")))
        .containsExactly(
            "notify: \"ops\" is not among the webhooks of worker.yml: team",
            "notify: \"boss\" is not among the webhooks of worker.yml: team");
  }

  @Test
  void saysWhereTheWorkerKnowsNone() {
    assertThat(blockers(List.of("ops")))
        .containsExactly("notify: \"ops\" is not among the webhooks of worker.yml: there are none");
  }

  @Test
  void blocksOnASecretThatCannotBeRead() throws IOException {
    assertThat(blockers(List.of("team"), team("https://example.org/", "absent")))
        .singleElement()
        .asString()
        .startsWith("notify: webhook \"team\" of worker.yml: secretFile cannot be read: ")
        .contains("NoSuchFileException");
  }

  @Test
  void blocksOnASecretThatIsNoneWithoutQuotingIt() throws IOException {
    Files.writeString(folder.resolve("secret"), "hunter2");
    Receiver team =
        new Receiver("team", Format.CLOUD_EVENTS, "https://a.org/", null, folder.resolve("secret"));

    assertThat(blockers(List.of("team"), team))
        .containsExactly(
            "notify: webhook \"team\" of worker.yml: secretFile must hold lines of whsec_ and the"
                + " Base64 of at least 24 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://hooks.example.org/s3cret   |
          http://127.0.0.1:8080/s3cret       |
          http://localhost/s3cret            |
          http://[::1]:8080/s3cret           |
          http://hooks.example.org/s3cret    | url must be an https:// URL
          http://127.example.org/s3cret      | url must be an https:// URL
          ftp://hooks.example.org/s3cret     | url is no http:// or https:// URL
          s3cret                             | url is no http:// or https:// URL
          https:///s3cret                    | url is no http:// or https:// URL
          https://hooks.example.org/s3 cret  | url is no http:// or https:// URL
          """)
  void keepsASecretUrlFromOtherPeoplesNetworks(String url, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("url"), url);
    Receiver team = new Receiver("team", Format.SLACK, null, file, null);

    assertThat(blockers(List.of("team"), team))
        .isEqualTo(
            why == null ? List.of() : List.of("notify: webhook \"team\" of worker.yml: " + why));
  }

  @Test
  void letsSignedEventsGoOverHttp() throws IOException {
    assertThat(blockers(List.of("team"), team("http://hooks.tools.svc:8080/", "secret"))).isEmpty();
  }

  private Receiver team(String url, String secretFile) throws IOException {
    Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    return new Receiver("team", Format.CLOUD_EVENTS, url, null, folder.resolve(secretFile));
  }

  private static List<String> blockers(List<String> wanted, Receiver... known) {
    Findings findings = new Findings();
    new ReceiversExaminer(new Receivers(List.of(known)))
        .examine(
            AcmePlatform.examined(AcmePlatform.of("alpha", "a.example.com"), wanted), findings);
    return findings.blockers().stream().map(Finding::toString).toList();
  }
}
