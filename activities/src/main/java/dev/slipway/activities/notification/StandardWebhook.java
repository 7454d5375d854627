package dev.slipway.activities.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> are signed. */
final class StandardWebhook {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  // The convention's least.
  private static final int BYTES = 24;

  private final List<SecretKeySpec> keys;

  private StandardWebhook(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /** With a secret a line, the old one beside the new one; empty where one of them is none. */
  static Optional<StandardWebhook> with(String secrets) {
    List<SecretKeySpec> keys = new ArrayList<>();
    for (String secret :
        secrets.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      Optional<SecretKeySpec> key = key(secret);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new StandardWebhook(keys));
  }

  /** The headers that go with a body, as names and values in turn. */
  String[] headers(String id, Instant now, byte[] body) {
    String timestamp = Long.toString(now.getEpochSecond());
    byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
    String signatures =
        keys.stream()
            .map(key -> "v1," + signature(key, head, body))
            .collect(Collectors.joining(" "));
    return new String[] {
      "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures
    };
  }

  private static Optional<SecretKeySpec> key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      return bytes.length < BYTES
          ? Optional.empty()
          : Optional.of(new SecretKeySpec(bytes, ALGORITHM));
    } catch (IllegalArgumentException e) {
      // Its text quotes a character of the secret.
      return Optional.empty();
    }
  }

  private static String signature(SecretKeySpec key, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(head);
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
