package dev.slipway.activities.argocd.impact;

import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What becomes of the cluster secret, which the ApplicationSets read: pure.
 *
 * @param before empty where there is none
 */
record SecretChange(Optional<ClusterSecret> before, ClusterSecret after) {
  private static final String NAME = "clusterName";

  /** One label or annotation, {@code kind} as templates call it. */
  record Difference(String kind, String key, String before, String after) {

    /** Whether a template of the ApplicationSet reads it. */
    boolean isReadBy(KubernetesObject applicationSet) {
      String name = "\\.metadata\\." + kind + "(\\.|\\s+\\W{1,2})" + Pattern.quote(key);
      return Pattern.compile(name + "(?!\\w)")
          .matcher(applicationSet.spec().path("template").toString())
          .find();
    }

    /** Such as {@code path_routing from true to false}. */
    @Override
    public String toString() {
      return "%s from %s to %s".formatted(key, before == null ? "nothing" : before, after);
    }
  }

  /** Labels first; none where there is no secret, as then nobody knows what it said. */
  List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    before.ifPresent(
        secret -> {
          compare("labels", secret.labels(), after.labels(), found);
          compare("annotations", secret.annotations(), after.annotations(), found);
        });
    return found;
  }

  /** Those that a template of the ApplicationSet reads. */
  List<Difference> readBy(KubernetesObject applicationSet) {
    return differences().stream().filter(one -> one.isReadBy(applicationSet)).toList();
  }

  /** A renamed cluster is another one to every generator. */
  boolean isRenaming() {
    return before.isPresent()
        && differences().stream().anyMatch(difference -> difference.key().equals(NAME));
  }

  /** Whether Argo CD calls the cluster so, before or afterwards. */
  boolean names(String cluster) {
    return cluster.equals(after.labels().get(NAME))
        || before.filter(secret -> cluster.equals(secret.labels().get(NAME))).isPresent();
  }

  private static void compare(
      String kind, Map<String, String> before, Map<String, String> after, List<Difference> found) {
    for (String key : new TreeSet<>(after.keySet())) {
      if (!after.get(key).equals(before.get(key))) {
        found.add(new Difference(kind, key, before.get(key), after.get(key)));
      }
    }
  }
}
