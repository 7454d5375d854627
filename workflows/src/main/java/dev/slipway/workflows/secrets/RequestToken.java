package dev.slipway.workflows.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.workflows.digest.Sha256;

/** A token that is the same for the same write, so that a repeated one writes no second version. */
final class RequestToken {
  private RequestToken() {}

  // Derived from the replaced version as well: going back to an earlier value would else name the
  // earlier version, and Secrets Manager would change nothing.
  static String of(String name, String value, String replaced) {
    return Sha256.of(String.join("\n", name, replaced, value).getBytes(UTF_8));
  }
}
