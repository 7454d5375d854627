package dev.slipway.e2e.install;

/** A policy that many clusters have: Deployments in namespace argocd need a label. */
public final class TeamLabelPolicy {
  public static final String YAML =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: team-label}
      spec:
        failurePolicy: Fail
        matchConstraints:
          resourceRules:
          - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
        validations:
        - {expression: "has(object.metadata.labels) && 'team' in object.metadata.labels", message: "label team is required"}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: team-label}
      spec:
        policyName: team-label
        validationActions: [Deny]
        matchResources:
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: argocd}}
      """;

  private TeamLabelPolicy() {}
}
