package dev.slipway.activities.inventory.whose;

import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The installation's manifest, for looking things up. Without one it knows nothing. */
public final class Remembrance {
  private final boolean isKnown;
  private final Map<Subject, ManifestEntry> bySubject = new HashMap<>();
  private final Set<String> before = new HashSet<>();

  public Remembrance(Optional<Manifest> manifest) {
    isKnown = manifest.isPresent();
    manifest.ifPresent(this::learn);
  }

  private void learn(Manifest manifest) {
    manifest.entries().forEach(entry -> bySubject.put(entry.subject(), entry));
    manifest.namespacesBefore().forEach(name -> before.add("Namespace " + name));
    manifest.definitionsBefore().forEach(name -> before.add("CustomResourceDefinition " + name));
  }

  /** Whether there is a manifest, so that what it does not name means something. */
  boolean isKnown() {
    return isKnown;
  }

  Optional<ManifestEntry> of(SeenObject seen) {
    return Optional.ofNullable(bySubject.get(seen.subject()));
  }

  Optional<ManifestEntry> release(String namespace, String name) {
    return Optional.ofNullable(bySubject.get(Subject.release(namespace, name)));
  }

  /** Of a namespace or a CRD. */
  boolean wasThereBefore(SeenObject seen) {
    return before.contains(seen.kind().name() + " " + seen.object().name());
  }

  /** Whether the install made a namespace, so that what it holds came after it. */
  Optional<ManifestEntry> madeNamespace(String name) {
    return Optional.ofNullable(bySubject.get(new Subject("", "Namespace", "", name)))
        .filter(entry -> entry.origin() == Origin.MADE);
  }
}
