package dev.slipway.e2e.removal;

/** Every right but to see what concerns the network. */
final class AllButNetworking {
  static final String GROUP = "slipway-readers";
  private static final String RULES =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: slipway-readers}
      rules:
      - nonResourceURLs: ["*"]
        verbs: ["*"]
      - apiGroups: [%s]
        resources: ["*"]
        verbs: ["*"]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: slipway-readers}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: slipway-readers}
      subjects:
      - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: slipway-readers}
      """;

  /** Every right. */
  static final String BEFORE = RULES.formatted("'*'");

  /** The API server heeds another role at once, and another group only after minutes. */
  static final String ROLE =
      RULES.formatted(
          "'', admissionregistration.k8s.io, apiextensions.k8s.io, apps, argoproj.io,"
              + " authorization.k8s.io, autoscaling, batch, coordination.k8s.io,"
              + " external-secrets.io, policy, rbac.authorization.k8s.io, storage.k8s.io");

  private AllButNetworking() {}
}
