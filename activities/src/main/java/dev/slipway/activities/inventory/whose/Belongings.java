package dev.slipway.activities.inventory.whose;

import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.kubernetes.KubernetesObject.Owner;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose each object of a cluster is. What cannot be told is not ours. */
public final class Belongings {
  private final Remembrance manifest;
  private final Marks marks;
  private final RunTime runTime;
  private final Map<String, SeenObject> byUid;
  private final Map<Subject, Belonging> known = new HashMap<>();
  private final Set<Subject> underWay = new HashSet<>();

  public Belongings(ClusterReading reading, Remembrance manifest) {
    this.manifest = manifest;
    this.byUid = reading.byUid();
    this.marks = new Marks(reading, manifest, this::of);
    this.runTime = new RunTime(reading, this::of);
  }

  public Belonging of(SeenObject seen) {
    Belonging found = known.get(seen.subject());
    if (found != null) {
      return found;
    }
    if (!underWay.add(seen.subject())) {
      return notOurs("it hangs on itself", null);
    }
    Belonging judged = judge(seen);
    underWay.remove(seen.subject());
    known.put(seen.subject(), judged);
    return judged;
  }

  private Belonging judge(SeenObject seen) {
    Optional<ManifestEntry> entry = manifest.of(seen);
    Optional<Belonging> remembered =
        entry.flatMap(it -> remembered(it, seen)).or(() -> before(entry, seen));
    Origin origin = entry.map(ManifestEntry::origin).orElse(null);
    return remembered
        .or(
            () ->
                marks
                    .of(seen)
                    .or(() -> owned(seen))
                    .or(() -> runTime.of(seen))
                    .or(() -> placed(seen))
                    .map(it -> with(it, origin)))
        .orElseGet(() -> notOurs(why(entry), origin));
  }

  /** What the manifest alone decides. */
  private Optional<Belonging> remembered(ManifestEntry entry, SeenObject seen) {
    return switch (entry.origin()) {
      case BEFORE -> Optional.of(notOurs("it was there before the first install", Origin.BEFORE));
      case MADE ->
          entry.uid() == null || entry.uid().equals(seen.uid())
              ? Optional.of(ours("made in " + entry.step(), entry))
              : Optional.empty();
      case TAKEN ->
          !isLasting(seen) && marks.of(seen).isPresent()
              ? Optional.of(ours("taken over in " + entry.step(), entry))
              : Optional.of(
                  new Belonging(
                      Ownership.PROBABLY_OURS,
                      "it was there before the first install, which took it over in "
                          + entry.step(),
                      Origin.TAKEN,
                      entry.addon()));
    };
  }

  /** What has no entry, and was there before anything was installed. */
  private Optional<Belonging> before(Optional<ManifestEntry> entry, SeenObject seen) {
    return entry.isEmpty() && isLasting(seen) && manifest.wasThereBefore(seen)
        ? Optional.of(notOurs("it was there before the first install", Origin.BEFORE))
        : Optional.empty();
  }

  /** These hold what belongs to others, so that a mark on them alone decides nothing. */
  private static boolean isLasting(SeenObject seen) {
    return seen.is("Namespace") || seen.is("CustomResourceDefinition");
  }

  private Optional<Belonging> owned(SeenObject seen) {
    return seen.object().owners().stream()
        .map(Owner::uid)
        .map(byUid::get)
        .filter(owner -> owner != null)
        .map(owner -> through(of(owner), "belongs to " + owner.subject()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Belonging> placed(SeenObject seen) {
    return manifest
        .madeNamespace(seen.object().namespace())
        .filter(namespace -> RunTime.isPlatforms(seen))
        .map(
            namespace ->
                ours("made at run time in namespace " + seen.object().namespace(), namespace))
        .map(belonging -> with(belonging, null));
  }

  private static Optional<Belonging> through(Belonging other, String reason) {
    return other.is(Ownership.NOT_OURS)
        ? Optional.empty()
        : Optional.of(new Belonging(other.ownership(), reason, null, other.addon()));
  }

  private static String why(Optional<ManifestEntry> entry) {
    return entry
        .map(it -> "the install made one with UID %s, this one was made later".formatted(it.uid()))
        .orElse("nothing says that it is the installation's");
  }

  private static Belonging with(Belonging belonging, Origin origin) {
    return new Belonging(belonging.ownership(), belonging.reason(), origin, belonging.addon());
  }

  private static Belonging ours(String reason, ManifestEntry entry) {
    return new Belonging(Ownership.OURS, reason, entry.origin(), entry.addon());
  }

  private static Belonging notOurs(String reason, Origin origin) {
    return new Belonging(Ownership.NOT_OURS, reason, origin, null);
  }
}
