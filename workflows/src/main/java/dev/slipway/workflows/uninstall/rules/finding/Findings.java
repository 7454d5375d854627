package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.uninstall.rules.keep.Fates;
import dev.slipway.workflows.uninstall.rules.world.LiveClaims;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a person should know, and what stands against the removal: rule by rule, each once. */
public final class Findings {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::subject).thenComparing(Finding::message);

  /** One rule: what is to be said by it. */
  private interface Rule extends Function<Findings, Stream<Finding>> {}

  private static final List<Rule> WARNINGS =
      List.of(
          ManifestStates::warnings,
          UnreadLines::warnings,
          StuckFinalizers::warnings,
          LeavingAnyway::warnings,
          CloudLeftOvers::warnings);
  private static final List<Rule> BLOCKERS =
      List.of(
          ManifestStates::blockers,
          UnreadLines::blockers,
          ClaimsAlive::blockers,
          NamesUnknown::blockers);

  private final World world;
  private final LiveClaims claims;
  private final Fates fates;

  public Findings(World world, LiveClaims claims, Fates fates) {
    this.world = world;
    this.claims = claims;
    this.fates = fates;
  }

  public List<Finding> warnings() {
    return all(WARNINGS);
  }

  public List<Finding> blockers() {
    return all(BLOCKERS);
  }

  World world() {
    return world;
  }

  LiveClaims claims() {
    return claims;
  }

  Fates fates() {
    return fates;
  }

  Stream<Holding> going() {
    return world.holdings().stream().filter(fates::goes);
  }

  private List<Finding> all(List<Rule> rules) {
    return rules.stream().flatMap(rule -> rule.apply(this)).distinct().sorted(ORDER).toList();
  }
}
