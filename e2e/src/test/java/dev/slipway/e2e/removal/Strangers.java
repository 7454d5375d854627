package dev.slipway.e2e.removal;

/** What other teams have on the same cluster. */
final class Strangers {
  /** Needs Argo CD and External Secrets. */
  static final String YAML =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: team}
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: rollouts.argoproj.io}
      spec:
        group: argoproj.io
        scope: Namespaced
        names: {kind: Rollout, plural: rollouts, singular: rollout, listKind: RolloutList}
        versions:
        - name: v1alpha1
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      ---
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata: {name: of-a-team, namespace: team}
      spec:
        secretStoreRef: {kind: ClusterSecretStore, name: of-a-team}
        target: {name: of-a-team}
        data:
        - secretKey: a
          remoteRef: {key: team/a}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: of-a-team, namespace: argocd}
      spec:
        project: default
        source: {repoURL: https://example.org/team.git, path: ., targetRevision: HEAD}
        destination: {server: https://kubernetes.default.svc, namespace: team}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: of-a-team, namespace: team}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 1Gi}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: of-a-team
        namespace: keycloak
        annotations:
          argocd.argoproj.io/tracking-id: keycloak-alpha:/ConfigMap:keycloak/another
      """;

  private Strangers() {}
}
