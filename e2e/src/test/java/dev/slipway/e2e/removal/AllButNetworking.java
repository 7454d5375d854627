package dev.slipway.e2e.removal;

/** Every right but to see what concerns the network. */
final class AllButNetworking {
  static final String GROUP = "slipway-readers";
  static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: slipway-readers}
      rules:
      - nonResourceURLs: ["*"]
        verbs: ["*"]
      - apiGroups: [GROUPS]
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

  private AllButNetworking() {}
}
