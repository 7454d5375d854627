package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.plan.Finding;
import java.util.stream.Stream;

/** What stands for something in the cloud is refused unless it is named. */
final class ClaimsAlive {
  private ClaimsAlive() {}

  static Stream<Finding> blockers(Findings findings) {
    return findings.claims().refused().stream()
        .map(
            claim ->
                new Finding(
                    claim.subject().toString(),
                    "it stands for something in the cloud: name it in liveClaims to delete both,"
                        + " or delete it yourself"));
  }
}
