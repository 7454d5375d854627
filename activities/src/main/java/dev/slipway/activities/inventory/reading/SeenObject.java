package dev.slipway.activities.inventory.reading;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.TrackingId;
import dev.slipway.workflows.inventory.Subject;
import java.util.Optional;

/**
 * An object, and its kind, which the members of a list do not name themselves.
 *
 * @param object only its metadata, but for the few kinds that are read whole
 */
public record SeenObject(Kind kind, KubernetesObject object) {
  private static final String APP = "app.kubernetes.io/name";

  public Subject subject() {
    return new Subject(kind.group(), kind.name(), object.namespace(), object.name());
  }

  public String uid() {
    return object.uid();
  }

  /** Argo CD's mark, where it is this object's own. */
  public Optional<TrackingId> trackingId() {
    return object
        .trackingId()
        .filter(id -> id.isOf(kind.group(), kind.name(), object.namespace(), object.name()));
  }

  /** Whether it is a workload of the app, by its own label or its pods'. */
  public boolean isOfApp(String app) {
    return app.equals(object.labels().get(APP))
        || app.equals(object.spec().at("/template/metadata/labels").path(APP).asText());
  }

  public boolean is(String kindName) {
    return kind.name().equals(kindName);
  }
}
