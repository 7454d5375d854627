package dev.slipway.activities.manifests;

import dev.slipway.activities.kubernetes.Answers;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has other values in the fields that an apply wanted; empty for any other failure. */
record FieldConflict(List<String> managers) {
  private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");

  static FieldConflict of(KubernetesClientException failure) {
    Status status = failure.getStatus();
    if (!Answers.isConflict(failure) || status == null || status.getDetails() == null) {
      return new FieldConflict(List.of());
    }
    return new FieldConflict(
        status.getDetails().getCauses().stream()
            .filter(cause -> "FieldManagerConflict".equals(cause.getReason()))
            .map(cause -> MANAGER.matcher(cause.getMessage()))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .distinct()
            .toList());
  }

  boolean isWithArgoCd() {
    return managers.stream().anyMatch(manager -> manager.startsWith("argocd"));
  }

  boolean isWithKubectlOnly() {
    return !managers.isEmpty() && managers.stream().allMatch(name -> name.startsWith("kubectl"));
  }
}
