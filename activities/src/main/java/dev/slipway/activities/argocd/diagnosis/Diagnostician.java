package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks for the live objects that keep an application from being up. */
public final class Diagnostician {
  private static final int MOST_FAULTS = 5;
  private static final int MOST_LISTS = 10;
  private static final int LONGEST = 500;
  private static final Set<String> NEVER_AT_FAULT =
      Set.of(
          "ConfigMap",
          "Secret",
          "ServiceAccount",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "Namespace",
          "StorageClass",
          "IngressClass",
          "NetworkPolicy",
          "PriorityClass",
          "ValidatingWebhookConfiguration",
          "MutatingWebhookConfiguration");

  private final LiveObjects live;

  public Diagnostician(KubernetesClient client) {
    this.live = new LiveObjects(client);
  }

  /** One sentence an object, at most five; what could not be read is said too. */
  public List<String> faults(JsonNode application) {
    Set<String> faults = new LinkedHashSet<>(SyncFaults.of(application));
    Set<String> lists = new HashSet<>();
    for (Tracked object : Tracked.of(application, NEVER_AT_FAULT)) {
      lists.add(object.list());
      boolean known = faults.stream().anyMatch(fault -> fault.startsWith(object + " "));
      if (!known && faults.size() < MOST_FAULTS && lists.size() <= MOST_LISTS) {
        fault(object).ifPresent(faults::add);
      }
    }
    return faults.stream().limit(MOST_FAULTS).map(Diagnostician::cut).toList();
  }

  private Optional<String> fault(Tracked object) {
    try {
      Optional<JsonNode> found =
          live.list(object.apiVersion(), object.kind(), object.namespace()).stream()
              .filter(candidate -> name(candidate).equals(object.name()))
              .findFirst();
      return found.isEmpty()
          ? Optional.of(object + " does not exist")
          : Fault.of(found.get()).map(words -> object + " " + words + because(object, found.get()));
    } catch (KubernetesClientException e) {
      return Optional.of(object + " could not be looked at: " + reason(e));
    }
  }

  private String because(Tracked object, JsonNode found) {
    return Stream.of(podFault(object, found), newestWarning(object))
        .flatMap(Optional::stream)
        .findFirst()
        .map(words -> "; " + words)
        .orElse("");
  }

  private Optional<String> podFault(Tracked object, JsonNode found) {
    JsonNode selector = found.path("spec").path("selector").path("matchLabels");
    if (selector.isEmpty()) {
      return Optional.empty();
    }
    return live.list("v1", "Pod", object.namespace()).stream()
        .filter(pod -> carries(pod.path("metadata").path("labels"), selector))
        .flatMap(pod -> PodFault.of(pod).stream())
        .findFirst();
  }

  private Optional<String> newestWarning(Tracked object) {
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return live.list("v1", "Event", namespace).stream()
        .filter(event -> event.path("type").asText().equals("Warning"))
        .filter(event -> concerns(event, object))
        .max(Comparator.comparing(Diagnostician::time))
        .map(event -> event.path("reason").asText() + ": " + event.path("message").asText());
  }

  private static boolean concerns(JsonNode event, Tracked object) {
    JsonNode involved = event.path("involvedObject");
    return involved.path("kind").asText().equals(object.kind())
        && involved.path("name").asText().equals(object.name());
  }

  private static boolean carries(JsonNode labels, JsonNode selector) {
    return StreamSupport.stream(selector.properties().spliterator(), false)
        .allMatch(term -> labels.path(term.getKey()).equals(term.getValue()));
  }

  private static String time(JsonNode event) {
    String last = event.path("lastTimestamp").asText("");
    return last.isEmpty() ? event.path("eventTime").asText("") : last;
  }

  private static String reason(KubernetesClientException e) {
    return e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }
}
