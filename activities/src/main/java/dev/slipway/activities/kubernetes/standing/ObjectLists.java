package dev.slipway.activities.kubernetes.standing;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of one look: each list is read once, whoever asks how often. */
public final class ObjectLists {
  private final LiveObjects live;
  private final Map<Listed, List<KubernetesObject>> lists = new HashMap<>();

  private record Listed(Kind kind, String namespace) {}

  public ObjectLists(LiveObjects live) {
    this.live = live;
  }

  /** An empty namespace stands for a kind that has none. */
  public List<KubernetesObject> list(Kind kind, String namespace) {
    return lists.computeIfAbsent(new Listed(kind, namespace), listed -> live.list(kind, namespace));
  }
}
