package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.ManifestSeen;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.plan.Finding;
import java.util.stream.Stream;

/** How far the installation's manifest can be trusted. */
final class ManifestStates {
  private static final String SUBJECT = "manifest";

  private ManifestStates() {}

  static Stream<Finding> warnings(Findings findings) {
    return switch (findings.world().inventory().manifest().state()) {
      case INSTALLED, UNREADABLE -> Stream.empty();
      case INSTALLING ->
          Stream.of(new Finding(SUBJECT, "the install that wrote it last did not come to its end"));
      case ABSENT ->
          Stream.of(
              new Finding(
                  SUBJECT,
                  "there is none, so all is only probably the installation's and stays unless it"
                      + " is named in alsoRemove"));
    };
  }

  static Stream<Finding> blockers(Findings findings) {
    ManifestSeen manifest = findings.world().inventory().manifest();
    return manifest.state() == State.UNREADABLE
        ? Stream.of(new Finding(SUBJECT, "it cannot be trusted" + because(manifest.problem())))
        : Stream.empty();
  }

  private static String because(String problem) {
    return problem == null ? "" : ": " + problem;
  }
}
