package dev.slipway.activities.ownership.manifest;

import static java.util.Objects.requireNonNull;

import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.inventory.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a step is about to make, or finds made.
 *
 * @param apiVersion by which the API server is asked for it; empty for what is no object of a
 *     cluster
 * @param by see {@link ManifestEntry#by()}
 * @param addon see {@link ManifestEntry#addon()}
 */
public record Thing(Subject subject, String apiVersion, String by, String addon) {
  public Thing {
    requireNonNull(subject, "subject");
    requireNonNull(apiVersion, "apiVersion");
  }

  /** Whether the API server can be asked for it. */
  boolean isObject() {
    return !apiVersion.isEmpty();
  }

  /** An object, in the namespace that it says. */
  public static Thing of(KubernetesObject object, String by, String addon) {
    Subject subject = new Subject(object.group(), object.kind(), object.namespace(), object.name());
    return new Thing(subject, object.apiVersion(), by, addon);
  }

  public static Thing namespace(String name, String by, String addon) {
    return new Thing(new Subject("", "Namespace", "", name), "v1", by, addon);
  }

  static Map<Subject, Thing> bySubject(List<Thing> things) {
    Map<Subject, Thing> bySubject = new HashMap<>();
    things.forEach(thing -> bySubject.put(thing.subject(), thing));
    return bySubject;
  }
}
