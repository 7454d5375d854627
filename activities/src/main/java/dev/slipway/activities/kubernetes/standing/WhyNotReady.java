package dev.slipway.activities.kubernetes.standing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LabelSelector;
import java.util.List;
import java.util.Optional;

/** Why an object is not what it should be, with what its pods and Events say about it. */
public final class WhyNotReady {
  private final ObjectLists lists;

  public WhyNotReady(ObjectLists lists) {
    this.lists = lists;
  }

  /**
   * Goes on after the object's name, such as {@code has 0 of 1 pods ready; pod web-1 container main
   * waits: ErrImagePull}. Empty where the object is current, and where it does not say how it
   * stands: nobody can be blamed for that.
   */
  public Optional<String> of(KubernetesObject object) {
    Standing standing = Standing.of(object);
    return switch (standing.state()) {
      case CURRENT, UNKNOWN -> Optional.empty();
      case IN_PROGRESS, FAILED, TERMINATING, NOT_FOUND ->
          Optional.of(standing.message() + cause(object).map(cause -> "; " + cause).orElse(""));
    };
  }

  private Optional<String> cause(KubernetesObject object) {
    List<KubernetesObject> pods = unreadyPods(object);
    return pods.stream()
        .flatMap(pod -> PodStanding.trouble(pod).map(trouble -> ofPod(pod, trouble)).stream())
        .findFirst()
        .or(() -> warning(object))
        .or(() -> warningOfAny(pods));
  }

  private Optional<String> warningOfAny(List<KubernetesObject> pods) {
    return pods.stream()
        .flatMap(pod -> warning(pod).map(warning -> ofPod(pod, warning)).stream())
        .findFirst();
  }

  private Optional<String> warning(KubernetesObject object) {
    // Those of objects without a namespace are kept in this one.
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return Warnings.newest(lists.list(Kind.EVENT, namespace), object);
  }

  private List<KubernetesObject> unreadyPods(KubernetesObject object) {
    JsonNode selector = object.spec().path("selector");
    if (!selector.has("matchLabels") && !selector.has("matchExpressions")) {
      return List.of();
    }
    return lists.list(Kind.POD, object.namespace()).stream()
        .filter(pod -> LabelSelector.matches(selector, pod.labels()))
        .filter(pod -> !Standing.of(pod).isCurrent())
        .toList();
  }

  private static String ofPod(KubernetesObject pod, String words) {
    return "pod " + pod.name() + " " + words;
  }
}
