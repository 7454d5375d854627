package dev.slipway.e2e.parking;

/** Every right but to write the objects of External Secrets. */
final class AllButWriting {
  static final String GROUP = "slipway";
  static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: slipway}
      rules:
      - nonResourceURLs: ["*"]
        verbs: ["*"]
      - apiGroups:
        - ""
        - admissionregistration.k8s.io
        - apiextensions.k8s.io
        - apps
        - argoproj.io
        - authorization.k8s.io
        - autoscaling
        - batch
        - coordination.k8s.io
        - discovery.k8s.io
        - networking.k8s.io
        - policy
        - rbac.authorization.k8s.io
        - storage.k8s.io
        resources: ["*"]
        verbs: ["*"]
      - apiGroups: [external-secrets.io, generators.external-secrets.io]
        resources: ["*"]
        verbs: [get, list, watch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: slipway}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: slipway}
      subjects:
      - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: slipway}
      """;

  private AllButWriting() {}
}
