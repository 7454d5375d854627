package dev.slipway.starter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A token that is the same for the same write, so that a repeated one writes no second version. */
final class RequestToken {
  private RequestToken() {}

  /**
   * @param replaced version that is current now; empty without one
   */
  static String of(String secret, String replaced, String value) {
    try {
      byte[] content = String.join("\n", secret, replaced, value).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
