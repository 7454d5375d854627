package dev.slipway.activities.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {
  // The example by which the libraries of Standard Webhooks test themselves.
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

  @Test
  void signsTheExampleOfTheConvention() {
    assertThat(headers(SECRET))
        .containsExactly(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithEveryLineWhileASecretIsExchanged() {
    assertThat(headers("\n " + OTHER + " \r\n\n" + SECRET + "\n")[5])
        .isEqualTo(
            "v1,/485aUtxlie+TIScVpHggMfqOB4so2KWb7+Gf727B44="
                + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==",
        "whsec_not base64",
        SECRET + "\nwhsec_short"
      })
  void takesNothingElseForASecret(String secrets) {
    assertThat(StandardWebhook.with(secrets)).isEmpty();
  }

  private static String[] headers(String secrets) {
    return StandardWebhook.with(secrets)
        .orElseThrow()
        .headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.parse("2021-02-25T15:02:10.9Z"),
            "{\"test\": 2432232314}".getBytes(UTF_8));
  }
}
