package dev.slipway.activities.inventory.reading;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.inventory.Subject;

/**
 * An object, and its kind, which the members of a list do not name themselves.
 *
 * @param object only its metadata, but for the few kinds that are read whole
 */
public record SeenObject(Kind kind, KubernetesObject object) {

  public Subject subject() {
    return new Subject(kind.group(), kind.name(), object.namespace(), object.name());
  }

  public String uid() {
    return object.uid();
  }

  public boolean is(String kindName) {
    return kind.name().equals(kindName);
  }
}
