package dev.slipway.activities.kubernetes.standing;

import java.util.Set;

/**
 * Kinds without a state of their own: to exist is all that their objects can do. They are listed
 * because an object that shows no state may as well be one that its controller never looked at.
 */
public final class Stateless {
  private static final Set<String> KINDS =
      Set.of(
          "ConfigMap.",
          "Secret.",
          "ServiceAccount.",
          "Namespace.",
          "Role.rbac.authorization.k8s.io",
          "RoleBinding.rbac.authorization.k8s.io",
          "ClusterRole.rbac.authorization.k8s.io",
          "ClusterRoleBinding.rbac.authorization.k8s.io",
          "StorageClass.storage.k8s.io",
          "IngressClass.networking.k8s.io",
          "NetworkPolicy.networking.k8s.io",
          "PriorityClass.scheduling.k8s.io",
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
          "MutatingWebhookConfiguration.admissionregistration.k8s.io");

  private Stateless() {}

  /** Whether an object of this kind stands well as soon as it exists. */
  public static boolean includes(String group, String kind) {
    return KINDS.contains(kind + "." + group);
  }
}
