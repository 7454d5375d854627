package dev.slipway.activities.helm.admission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.slipway.activities.preflight.Findings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Objects at the places of a release's that Helm would refuse to take over: pure.
 *
 * @param isInstalled whether the release of a mark is still there
 */
record Strangers(ReleaseMark own, List<Arrival> strangers, Predicate<ReleaseMark> isInstalled) {

  /**
   * Those among the arrivals.
   *
   * @param arrivals without those that the release itself has brought before
   */
  static Strangers among(
      List<Arrival> arrivals, ReleaseMark own, Predicate<ReleaseMark> isInstalled) {
    return new Strangers(
        own, arrivals.stream().filter(arrival -> isStrange(arrival, own)).toList(), isInstalled);
  }

  /** One blocker an owner, with the command that hands its objects over. */
  void report(String subject, Findings findings) {
    Map<String, List<Arrival>> byOwner =
        strangers.stream().collect(groupingBy(this::owner, TreeMap::new, toList()));
    byOwner.forEach(
        (owner, objects) ->
            findings.blocker(
                subject,
                "Helm would not take over %s (%s). To hand over: %s"
                    .formatted(names(objects), owner, handOver(objects))));
  }

  private static boolean isStrange(Arrival arrival, ReleaseMark own) {
    return arrival.present().isPresent()
        && !arrival.arriving().isHook()
        && !arrival.arriving().isOfDefinitionsFolder()
        && ReleaseMark.of(arrival.present().get()).filter(own::equals).isEmpty();
  }

  private String owner(Arrival stranger) {
    return ReleaseMark.of(stranger.present().orElseThrow())
        .map(
            mark ->
                isInstalled.test(mark)
                    ? "owner: " + mark + ", still installed; uninstall it first"
                    : "owner: " + mark + ", not installed any more")
        .orElse("not made by Helm");
  }

  private static String names(List<Arrival> objects) {
    return objects.stream().map(one -> one.object().toString()).sorted().collect(joining(", "));
  }

  private String handOver(List<Arrival> objects) {
    Map<String, String> byNamespace =
        objects.stream()
            .collect(
                groupingBy(
                    one -> one.object().namespace(),
                    TreeMap::new,
                    mapping(Arrival::reference, joining(" "))));
    return byNamespace.entrySet().stream()
        .map(entry -> own.handOver(entry.getValue(), entry.getKey()))
        .collect(joining(" && "));
  }
}
