package dev.slipway.activities.helm.admission;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.preflight.Findings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One look at what a cluster would say to some releases, which come one after the other. */
public final class Admission {
  private final LiveObjects live;
  private final Kinds kinds;
  private final Predicate<ReleaseMark> isInstalled;
  private final Set<String> coming = new HashSet<>();
  private final List<Arrival> homeless = new ArrayList<>();

  /**
   * @param isInstalled whether Helm has a record of a release
   */
  public Admission(KubernetesClient client, Predicate<ReleaseMark> isInstalled) {
    this.live = new LiveObjects(client);
    this.kinds = new Kinds(client);
    this.isInstalled = isInstalled;
  }

  /**
   * Blocks what cannot go through: a kind that nobody serves, an object that Helm would not take
   * over, one that the API server or a policy refuses.
   *
   * @param rendering all that the release will be
   * @param before all that it is now; empty where it is not there
   */
  public void examine(ReleaseMark release, String rendering, String before, Findings findings) {
    List<ReleaseObject> objects = ReleaseObject.of(rendering);
    objects.stream().map(ReleaseObject::defines).forEach(coming::add);
    List<Arrival> arrivals = arrivals(release, objects, findings);
    Strangers strangers = Strangers.among(without(arrivals, before, release), release, isInstalled);
    strangers.report(release.toString(), findings);
    tryOut(release, arrivals, strangers, findings);
  }

  /** Warns of who decides on objects whose namespaces are not there yet. */
  public void warnOfGatekeepers(Findings findings) {
    if (!homeless.isEmpty()) {
      KubernetesFailures.naming("policies and webhooks", () -> Gatekeepers.of(live))
          .report(homeless, findings);
    }
  }

  private List<Arrival> arrivals(
      ReleaseMark release, List<ReleaseObject> objects, Findings findings) {
    List<Arrival> arrivals = new ArrayList<>();
    Set<String> unserved = new HashSet<>();
    for (ReleaseObject object : objects) {
      Optional<Kind> kind = kind(object.object());
      if (kind.isPresent()) {
        arrivals.add(arrival(release, object, kind.get()));
      } else if (!coming.contains(object.kind())) {
        unserved.add(object.object().kind() + " of " + object.object().apiVersion());
      }
    }
    if (!unserved.isEmpty()) {
      findings.blocker(
          release.toString(),
          "neither the cluster nor the charts bring the kinds "
              + unserved.stream().sorted().collect(joining(", ")));
    }
    return arrivals;
  }

  private Optional<Kind> kind(KubernetesObject object) {
    return KubernetesFailures.naming(
        object.toString(), () -> kinds.of(object.apiVersion(), object.kind()));
  }

  private Arrival arrival(ReleaseMark release, ReleaseObject object, Kind kind) {
    ReleaseObject placed = kind.isNamespaced() ? object.in(release.namespace()) : object;
    return new Arrival(placed, kind, present(placed.object(), kind));
  }

  /** The values of Secrets stay where they are. */
  private Optional<KubernetesObject> present(KubernetesObject object, Kind kind) {
    return KubernetesFailures.naming(
        object.toString(),
        () ->
            kind.equals(Kind.SECRET)
                ? live.metadata(kind, object.namespace(), object.name())
                : live.find(kind, object.namespace(), object.name()));
  }

  private static List<Arrival> without(List<Arrival> arrivals, String before, ReleaseMark release) {
    Set<String> own =
        ReleaseObject.of(before).stream()
            .map(object -> object.kind() + " " + object.in(release.namespace()).object().name())
            .collect(toSet());
    return arrivals.stream()
        .filter(one -> !own.contains(one.arriving().kind() + " " + one.object().name()))
        .toList();
  }

  private void tryOut(
      ReleaseMark release, List<Arrival> arrivals, Strangers strangers, Findings findings) {
    Set<String> absent = absentNamespaces(arrivals);
    DryRun dryRun = new DryRun(live);
    absent.stream().map(Admission::namespace).forEach(dryRun::of);
    for (Arrival arrival : arrivals) {
      if (absent.contains(arrival.object().namespace())) {
        homeless.add(arrival);
      } else if (!strangers.strangers().contains(arrival)) {
        dryRun.of(arrival);
      }
    }
    dryRun.report(release.toString(), findings);
  }

  private Set<String> absentNamespaces(List<Arrival> arrivals) {
    Set<String> there =
        KubernetesFailures.naming("namespaces", () -> live.metadata(Kind.NAMESPACE, "")).stream()
            .map(KubernetesObject::name)
            .collect(toSet());
    return arrivals.stream()
        .map(arrival -> arrival.object().namespace())
        .filter(namespace -> !namespace.isEmpty() && !there.contains(namespace))
        .collect(toSet());
  }

  private static Arrival namespace(String name) {
    ObjectNode namespace = JsonNodeFactory.instance.objectNode();
    namespace
        .put("apiVersion", "v1")
        .put("kind", "Namespace")
        .putObject("metadata")
        .put("name", name);
    ReleaseObject object = new ReleaseObject("", new KubernetesObject(namespace));
    return new Arrival(object, Kind.NAMESPACE, Optional.empty());
  }
}
