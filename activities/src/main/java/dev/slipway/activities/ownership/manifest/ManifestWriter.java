package dev.slipway.activities.ownership.manifest;

import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers what one step makes: before the call that makes it, and once more when it is seen. What
 * an earlier run has remembered stays as it was.
 */
public final class ManifestWriter {
  // Helm and kubectl leave these to whom they belong; the rest they make their own.
  private static final Set<String> LEFT_TO_OTHERS = Set.of("Namespace", "CustomResourceDefinition");

  private final KubernetesClient client;
  private final ManifestParts parts;
  private final String part;
  private final String step;
  private final Runnable beforeWrite;

  /**
   * @param part a name of its own, such as {@code release-argocd}
   * @param step see {@link ManifestEntry#step()}
   * @param beforeWrite throws where the caller may not write (any more)
   */
  public ManifestWriter(KubernetesClient client, String part, String step, Runnable beforeWrite) {
    this.client = client;
    this.parts = new ManifestParts(client);
    this.part = part;
    this.step = step;
    this.beforeWrite = beforeWrite;
  }

  /**
   * Goes before the call that makes them. Idempotent: what is remembered is not asked for again.
   *
   * @throws io.temporal.failure.ApplicationFailure where it could not be found out whether one of
   *     them was there before, or not be written down
   */
  public void intend(List<Thing> things) {
    intend(things, thing -> false);
  }

  /**
   * The same with things that are no objects of the cluster.
   *
   * @param wasThere whether such a one was there before
   */
  public void intend(List<Thing> things, Predicate<Thing> wasThere) {
    LiveThings live = new LiveThings(client);
    Map<String, Part> all = parts.read();
    remember(
        all,
        own(all).entries(),
        things,
        thing -> {
          boolean there = thing.isObject() ? live.find(thing).isPresent() : wasThere.test(thing);
          return entry(thing, there ? takenOrLeft(thing) : Origin.MADE);
        });
  }

  /** Goes after the call: fills in the UIDs of those that are there. Idempotent. */
  public void fulfil(List<Thing> things) {
    LiveThings live = new LiveThings(client);
    fulfil(things, thing -> live.find(thing).map(KubernetesObject::uid));
  }

  /**
   * The same where the caller knows the UIDs, or the ARNs.
   *
   * @param ids empty where it is not there: what is remembered of it stays
   */
  public void fulfil(List<Thing> things, Function<Thing, Optional<String>> ids) {
    Part own = own(parts.read());
    Map<Subject, Thing> bySubject = Thing.bySubject(things);
    write(own, own.withIds(subject -> Optional.ofNullable(bySubject.get(subject)).flatMap(ids)));
  }

  /**
   * Goes once all has come that will: fills in the UIDs, and forgets what nobody has made. Who
   * makes it later is somebody else. Idempotent.
   */
  void settle(List<Thing> things) {
    fulfil(things);
    Part own = own(parts.read());
    write(own, own.withoutUnseen(Thing.bySubject(things).keySet()));
  }

  /**
   * What others have made in the meantime, and what an earlier build did not remember: remembers
   * what is there and not known yet. Idempotent.
   *
   * @param since what is older than this was there before
   */
  public void found(List<Thing> things, Function<Thing, Instant> since) {
    Map<String, Part> all = parts.read();
    Set<Subject> seen = Part.subjects(all.values(), entry -> entry.uid() != null);
    List<Thing> missing = things.stream().filter(it -> !seen.contains(it.subject())).toList();
    LiveThings live = new LiveThings(client);
    List<Thing> there = missing.stream().filter(it -> live.find(it).isPresent()).toList();
    if (!there.isEmpty()) {
      Function<Thing, KubernetesObject> look = thing -> live.find(thing).orElseThrow();
      Map<Subject, Thing> bySubject = Thing.bySubject(there);
      List<ManifestEntry> seenNow =
          own(all)
              .withIds(
                  subject ->
                      Optional.ofNullable(bySubject.get(subject)).map(it -> look.apply(it).uid()));
      remember(all, seenNow, there, thing -> entry(thing, look.apply(thing), since.apply(thing)));
    }
  }

  /** Adds those that no part knows to what is remembered here. */
  private void remember(
      Map<String, Part> all,
      List<ManifestEntry> remembered,
      List<Thing> things,
      Function<Thing, ManifestEntry> entryOf) {
    Set<Subject> known = Part.subjects(all.values(), entry -> true);
    List<ManifestEntry> entries = new ArrayList<>(remembered);
    for (Thing thing : things) {
      if (known.add(thing.subject())) {
        entries.add(entryOf.apply(thing));
      }
    }
    write(own(all), entries);
  }

  private void write(Part own, List<ManifestEntry> wanted) {
    List<ManifestEntry> sorted =
        wanted.stream().sorted(Comparator.comparing(ManifestEntry::subject)).toList();
    if (!sorted.equals(own.entries()) || own.number() == 0) {
      beforeWrite.run();
      parts.write(own, sorted);
    }
  }

  private Part own(Map<String, Part> all) {
    return all.getOrDefault(part, Part.unwritten(part));
  }

  private ManifestEntry entry(Thing thing, Origin origin) {
    return new ManifestEntry(thing.subject(), null, origin, step, thing.by(), thing.addon());
  }

  private ManifestEntry entry(Thing thing, KubernetesObject seen, Instant since) {
    Origin origin = seen.created().isBefore(since) ? Origin.TAKEN : Origin.MADE;
    return entry(thing, origin).withUid(seen.uid());
  }

  private static Origin takenOrLeft(Thing thing) {
    return LEFT_TO_OTHERS.contains(thing.subject().kind()) ? Origin.BEFORE : Origin.TAKEN;
  }
}
