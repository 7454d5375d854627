package dev.slipway.activities.inventory.whose;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.helm.admission.ReleaseMark;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What Argo CD and Helm write onto the objects that are theirs. */
final class Marks {
  private static final String ARGO = "argoproj.io";

  private final Remembrance manifest;
  private final Function<SeenObject, Belonging> others;
  private final Map<String, SeenObject> applications;

  /**
   * @param others whose another object is
   */
  Marks(ClusterReading reading, Remembrance manifest, Function<SeenObject, Belonging> others) {
    this.manifest = manifest;
    this.others = others;
    applications =
        reading
            .ofKind(ARGO, "Application")
            .filter(seen -> seen.object().namespace().equals(BootstrapRelease.ARGO_CD.namespace()))
            .collect(toMap(seen -> seen.object().name(), seen -> seen));
  }

  /** Empty where nothing of ours has marked it. */
  Optional<Belonging> of(SeenObject seen) {
    return tracked(seen).or(() -> released(seen));
  }

  private Optional<Belonging> tracked(SeenObject seen) {
    return seen.trackingId()
        .map(id -> applications.get(id.application()))
        .flatMap(
            application ->
                through(
                    others.apply(application),
                    "tracked by " + application.subject(),
                    application.object().labels().get("addonName")));
  }

  private Optional<Belonging> released(SeenObject seen) {
    return ReleaseMark.of(seen.object())
        .or(() -> ReleaseMark.ofRecord(seen.object()))
        .flatMap(mark -> released(mark, bootstrap(mark)));
  }

  private Optional<Belonging> released(ReleaseMark mark, Optional<BootstrapRelease> release) {
    Optional<ManifestEntry> entry = manifest.release(mark.namespace(), mark.release());
    if (entry.isPresent()) {
      return Optional.of(
          new Belonging(Ownership.OURS, "part of " + mark, null, entry.get().addon()));
    }
    return release
        .filter(known -> !manifest.isKnown())
        .map(
            known ->
                new Belonging(Ownership.PROBABLY_OURS, "part of " + mark, null, known.addon()));
  }

  private static Optional<BootstrapRelease> bootstrap(ReleaseMark mark) {
    return Stream.of(BootstrapRelease.values())
        .filter(
            release ->
                release.releaseName().equals(mark.release())
                    && release.namespace().equals(mark.namespace()))
        .findFirst();
  }

  private static Optional<Belonging> through(Belonging other, String reason, String addon) {
    return other.is(Ownership.NOT_OURS)
        ? Optional.empty()
        : Optional.of(new Belonging(other.ownership(), reason, null, addon));
  }
}
