package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.uninstall.rules.world.Cleaning;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import java.util.stream.Stream;

/** What stays behind in AWS, or may: no deletion of ours waits for it. */
final class CloudLeftOvers {
  private CloudLeftOvers() {}

  static Stream<Finding> warnings(Findings findings) {
    return findings.world().holdings().stream()
        .filter(holding -> Kinds.isOfControllersInAws(holding.subject()))
        .flatMap(holding -> warning(holding, findings));
  }

  private static Stream<Finding> warning(Holding holding, Findings findings) {
    Stream<Holding> makers =
        Cleaning.makersOf(holding, findings.world()).stream().filter(findings.fates()::goes);
    if (findings.fates().goes(holding)) {
      return makers.anyMatch(maker -> Cleaning.isAwaited(maker) || maker.subject().isInAws())
          ? Stream.empty()
          : say(holding, "nothing waits until it is gone: look again afterwards");
    }
    return makers
        .findFirst()
        .map(maker -> say(holding, "it stays behind: " + Cleaning.whyNot(maker)))
        .orElseGet(Stream::empty);
  }

  private static Stream<Finding> say(Holding holding, String message) {
    return Stream.of(new Finding(holding.subject().toString(), message));
  }
}
