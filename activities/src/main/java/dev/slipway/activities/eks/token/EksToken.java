package dev.slipway.activities.eks.token;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the API server of an EKS cluster takes for a caller's identity.
 *
 * @param renewAt when the next one should be made, well before this one ends
 */
public record EksToken(String value, Instant renewAt) {
  public EksToken {
    requireNonNull(value, "value");
    requireNonNull(renewAt, "renewAt");
  }

  /** Keeps the token out of logs and failures. */
  @Override
  public String toString() {
    return "EksToken[renewAt=" + renewAt + "]";
  }
}
