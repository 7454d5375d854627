package dev.slipway.workflows.uninstall.rules.finding;

import static java.util.stream.Collectors.toCollection;

import dev.slipway.workflows.config.NearestKey;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.uninstall.plan.Extent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a request names has to be there, and of the sort that can be named. */
final class NamesUnknown {
  private NamesUnknown() {}

  static Stream<Finding> blockers(Findings findings) {
    Extent extent = findings.world().extent();
    return Stream.concat(
        wrong(findings, "liveClaims", extent.liveClaims(), findings.claims()::isOne),
        wrong(findings, "alsoRemove", extent.alsoRemove(), NamesUnknown::mayBeOurs));
  }

  private static boolean mayBeOurs(Holding holding) {
    return !holding.belonging().is(Ownership.NOT_OURS);
  }

  private static Stream<Finding> wrong(
      Findings findings, String field, List<String> names, Predicate<Holding> fits) {
    Set<String> known =
        findings.world().holdings().stream()
            .filter(fits)
            .map(holding -> holding.subject().toString())
            .collect(toCollection(LinkedHashSet::new));
    return names.stream()
        .filter(name -> !known.contains(name))
        .map(name -> new Finding(field, words(findings, name, known)));
  }

  private static String words(Findings findings, String name, Set<String> known) {
    boolean isThere = findings.world().find(name).isPresent();
    String problem = isThere ? " cannot be named here" : " is not in the inventory";
    return name
        + problem
        + NearestKey.to(name, known).map("; did you mean %s?"::formatted).orElse("");
  }
}
