package dev.slipway.activities.inventory;

import dev.slipway.activities.inventory.finding.Facts;
import dev.slipway.activities.inventory.finding.Finalizers;
import dev.slipway.activities.inventory.finding.Ties;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.inventory.whose.Belongings;
import dev.slipway.activities.inventory.whose.Remembrance;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The manifest held against what was read of the cluster: pure. */
final class ClusterInventory {
  private static final String DEFINITION = "CustomResourceDefinition";

  private final ClusterReading reading;
  private final Optional<Manifest> manifest;
  private final Belongings belongings;
  private final Ties ties;
  private final Finalizers finalizers;
  private final Facts facts;

  ClusterInventory(ClusterReading reading, Optional<Manifest> manifest, String region) {
    this.reading = reading;
    this.manifest = manifest;
    belongings = new Belongings(reading, new Remembrance(manifest));
    ties = new Ties(reading, region);
    finalizers = new Finalizers(reading);
    facts = new Facts(reading, belongings);
  }

  List<Holding> holdings() {
    List<Holding> holdings = new ArrayList<>();
    Set<String> touched = touched();
    Set<String> namespaces = ourNamespaces();
    for (SeenObject seen : reading.objects()) {
      if (isOurs(seen) || isMet(seen, touched, namespaces)) {
        holdings.add(holding(seen));
      }
    }
    holdings.addAll(Releases.of(reading, manifest));
    holdings.addAll(gone());
    return holdings;
  }

  private boolean isOurs(SeenObject seen) {
    return !belongings.of(seen).is(Ownership.NOT_OURS);
  }

  /** Whether a removal would come across it: by its place, its kind, or who works on it. */
  private boolean isMet(SeenObject seen, Set<String> touched, Set<String> namespaces) {
    return namespaces.contains(seen.object().namespace())
        || touched.contains(seen.kind().group())
        || (seen.is(DEFINITION) && touched.contains(seen.object().spec().path("group").asText()));
  }

  /** The API groups of our CRDs: their controllers serve other people's objects, too. */
  private Set<String> touched() {
    return reading
        .ofKind("apiextensions.k8s.io", DEFINITION)
        .filter(this::isOurs)
        .map(definition -> definition.object().spec().path("group").asText())
        .collect(Collectors.toSet());
  }

  private Set<String> ourNamespaces() {
    return reading
        .ofKind("", "Namespace")
        .filter(this::isOurs)
        .map(namespace -> namespace.object().name())
        .collect(Collectors.toSet());
  }

  private Holding holding(SeenObject seen) {
    return new Holding(
        seen.subject(),
        seen.uid(),
        seen.object().isLeaving() ? Presence.LEAVING : Presence.HERE,
        belongings.of(seen),
        ties.of(seen),
        finalizers.of(seen),
        facts.of(seen));
  }

  /** Of what could not be listed, nobody knows. */
  private List<Holding> gone() {
    Set<Subject> here =
        reading.objects().stream().map(SeenObject::subject).collect(Collectors.toSet());
    return manifest.stream()
        .flatMap(known -> known.entries().stream())
        .filter(entry -> isObject(entry) && !here.contains(entry.subject()))
        .filter(entry -> reading.hasSeenAll(entry.subject()))
        .map(ClusterInventory::gone)
        .toList();
  }

  private static boolean isObject(ManifestEntry entry) {
    return !entry.subject().isInAws() && !entry.subject().isRelease();
  }

  private static Holding gone(ManifestEntry entry) {
    Ownership ownership = entry.origin() == Origin.MADE ? Ownership.OURS : Ownership.NOT_OURS;
    Belonging belonging =
        new Belonging(ownership, "named by the manifest", entry.origin(), entry.addon());
    return new Holding(
        entry.subject(), "", Presence.GONE, belonging, List.of(), List.of(), List.of());
  }
}
