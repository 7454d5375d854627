package dev.slipway.activities.eks.token;

import dev.slipway.workflows.platform.Target;
import java.time.Clock;

/** The token of one target, renewed before it ends or when the API server refuses it. */
public final class Tokens {
  private final TokenSigner signer;
  private final Target target;
  private final Clock clock;
  private EksToken current;

  public Tokens(TokenSigner signer, Target target, Clock clock) {
    this.signer = signer;
    this.target = target;
    this.clock = clock;
  }

  public synchronized String current() {
    if (current == null || !clock.instant().isBefore(current.renewAt())) {
      current = signer.sign(target);
    }
    return current.value();
  }

  /** Another token than the one that was refused. */
  public synchronized String insteadOf(String refused) {
    if (current == null || current.value().equals(refused)) {
      current = signer.sign(target);
    }
    return current.value();
  }
}
