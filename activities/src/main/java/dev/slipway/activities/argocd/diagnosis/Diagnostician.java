package dev.slipway.activities.argocd.diagnosis;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.kubernetes.standing.ObjectLists;
import dev.slipway.activities.kubernetes.standing.Standing;
import dev.slipway.activities.kubernetes.standing.WhyNotReady;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the live objects that keep an application from being up. */
public final class Diagnostician {
  private static final int MOST_FAULTS = 5;
  private static final int MOST_LISTS = 10;
  private static final int LONGEST = 500;

  private final Kinds kinds;
  private final ObjectLists lists;
  private final WhyNotReady why;

  public Diagnostician(KubernetesClient client) {
    this.kinds = new Kinds(client);
    this.lists = new ObjectLists(new LiveObjects(client));
    this.why = new WhyNotReady(lists);
  }

  /** One sentence an object, at most five; what could not be read is said too. */
  public List<String> faults(KubernetesObject application) {
    Set<String> faults = new LinkedHashSet<>(SyncFaults.of(application));
    Set<String> asked = new HashSet<>();
    for (Tracked object : Tracked.of(application)) {
      asked.add(object.list());
      boolean known = faults.stream().anyMatch(fault -> fault.startsWith(object + " "));
      if (!known && faults.size() < MOST_FAULTS && asked.size() <= MOST_LISTS) {
        fault(object).map(words -> object + " " + words).ifPresent(faults::add);
      }
    }
    return faults.stream().limit(MOST_FAULTS).map(Diagnostician::cut).toList();
  }

  private Optional<String> fault(Tracked object) {
    try {
      Optional<Kind> kind = kinds.of(object.apiVersion(), object.kind());
      if (kind.isEmpty()) {
        return Optional.of("could not be looked at: the API server does not serve its kind");
      }
      return lists.list(kind.get(), object.namespace()).stream()
          .filter(candidate -> candidate.name().equals(object.name()))
          .findFirst()
          .map(why::of)
          .orElse(Optional.of(Standing.NOT_FOUND.message()));
    } catch (KubernetesClientException e) {
      return Optional.of("could not be looked at: " + reason(e));
    }
  }

  private static String reason(KubernetesClientException e) {
    return e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }
}
