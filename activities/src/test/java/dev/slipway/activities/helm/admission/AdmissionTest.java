package dev.slipway.activities.helm.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.plan.Finding;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final ReleaseMark ARGO_CD = new ReleaseMark("argocd", "argocd");
  private static final String DEPLOYMENT =
      """
      ---
      # Source: argo-cd/templates/server.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: argocd-server, labels: {app: server}}
      """;
  private static final String DEFINITION =
      """
      ---
      # Source: argo-cd/templates/crds/application.yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: applications.argoproj.io}
      spec: {group: argoproj.io, names: {kind: Application, plural: applications}, versions: [{name: v1alpha1}]}
      """;
  private static final String APPLICATION =
      """
      ---
      # Source: argo-cd/templates/application.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: root}
      """;

  private final EmptyCluster cluster = new EmptyCluster();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void takesAReleaseOnAnEmptyClusterAndChangesNothing() {
    Findings seen = examine(DEPLOYMENT + DEFINITION + APPLICATION, "");
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings()).isEmpty();
    assertThat(cluster.client().namespaces().withName("argocd").get()).isNull();
    assertThat(cluster.client().apiextensions().v1().customResourceDefinitions().list().getItems())
        .isEmpty();
  }

  @Test
  void namesTheOwnerOfADefinitionAndTheCommandThatHandsItOver() {
    create(marked(DEFINITION, "argo-cd", "gitops"));
    assertThat(examine(DEFINITION, "").blockers())
        .containsExactly(
            new Finding(
                "release argocd in argocd",
                "Helm would not take over CustomResourceDefinition applications.argoproj.io (owner: release argo-cd in gitops, not installed any more). To hand over: kubectl annotate --overwrite customresourcedefinitions.apiextensions.k8s.io/applications.argoproj.io meta.helm.sh/release-name=argocd meta.helm.sh/release-namespace=argocd && kubectl label --overwrite customresourcedefinitions.apiextensions.k8s.io/applications.argoproj.io app.kubernetes.io/managed-by=Helm"));
  }

  @Test
  void tellsAnOwnerThatIsStillInstalled() {
    create(marked(DEFINITION, "argo-cd", "gitops"));
    Findings seen = new Findings();
    new Admission(cluster.client(), new ReleaseMark("argo-cd", "gitops")::equals)
        .examine(ARGO_CD, DEFINITION, "", seen);
    assertThat(texts(seen)).contains("still installed; uninstall it first");
  }

  @Test
  void takesWhatIsItsOwn() {
    create(marked(DEFINITION, "argocd", "argocd"));
    assertThat(examine(DEFINITION, "").blockers()).isEmpty();
  }

  @Test
  void takesWhatHasNoMarkButWasInTheReleaseBefore() {
    create(DEFINITION);
    assertThat(texts(examine(DEFINITION, ""))).contains("not made by Helm");
    assertThat(examine(DEFINITION, DEFINITION).blockers()).isEmpty();
  }

  @Test
  void leavesADefinitionOfTheDefinitionsFolderAlone() {
    create(marked(DEFINITION, "argo-cd", "gitops"));
    String fromFolder = DEFINITION.replace("templates/crds", "crds");
    assertThat(examine(fromFolder, "").blockers()).isEmpty();
  }

  @Test
  void leavesAHookAloneAsHelmDoesNotAskWhoseItIs() {
    create(marked(DEFINITION, "argo-cd", "gitops"));
    String hook = DEFINITION.replace("metadata: {", "metadata: {annotations: {helm.sh/hook: x}, ");
    assertThat(examine(hook, "").blockers()).isEmpty();
  }

  @Test
  void blocksAKindThatNobodyServes() {
    assertThat(texts(examine(APPLICATION, "")))
        .contains(
            "neither the cluster nor the charts bring the kinds Application of argoproj.io/v1alpha1");
  }

  @Test
  void blocksWhatTheClusterRefuses() {
    cluster.createNamespace("argocd");
    cluster.server().deny("create", "apps", "deployments");
    assertThat(texts(examine(DEPLOYMENT, "")))
        .contains("the cluster would refuse Deployment argocd/argocd-server")
        .contains("is forbidden");
  }

  @Test
  void blocksANamespaceThatTheClusterRefuses() {
    cluster.server().deny("create", "", "namespaces");
    assertThat(texts(examine(DEPLOYMENT, ""))).contains("would refuse Namespace argocd");
  }

  @Test
  void warnsOfAPolicyThatDecidesOnANamespaceToCome() {
    create(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: team-label}
        spec:
          matchConstraints:
            resourceRules:
            - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
        """);
    create(binding("Audit", "argocd").replace("{name: team-label}", "{name: only-audited}"));
    create(binding("Deny", "argocd"));
    assertThat(examine(DEPLOYMENT, "").warnings())
        .containsExactly(
            new Finding(
                "ValidatingAdmissionPolicyBinding team-label",
                "it may refuse Deployment in namespace argocd, and cannot be asked before the namespace is there"));
    cluster.createNamespace("argocd");
    assertThat(examine(DEPLOYMENT, "").warnings()).isEmpty();
  }

  @Test
  void warnsOfAWebhookThatDecidesOnANamespaceToCome() {
    create(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: sidecars}
        webhooks:
        - rules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*/*']}]
          objectSelector: {matchLabels: {app: server}}
        """);
    assertThat(examine(DEPLOYMENT, "").warnings())
        .extracting(Finding::subject)
        .containsExactly("MutatingWebhookConfiguration sidecars");
    assertThat(examine(DEPLOYMENT.replace("server}", "other}"), "").warnings()).isEmpty();
  }

  private Findings examine(String rendering, String before) {
    Findings findings = new Findings();
    Admission admission = new Admission(cluster.client(), mark -> false);
    admission.examine(ARGO_CD, rendering, before, findings);
    admission.warnOfGatekeepers(findings);
    return findings;
  }

  private void create(String object) {
    cluster.client().load(new ByteArrayInputStream(object.getBytes(UTF_8))).create();
  }

  private static String binding(String action, String namespace) {
    return """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: team-label}
        spec:
          policyName: team-label
          validationActions: [%s]
          matchResources: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}}
        """
        .formatted(action, namespace);
  }

  private static String marked(String object, String release, String namespace) {
    return object.replace(
        "metadata: {",
        "metadata: {labels: {app.kubernetes.io/managed-by: Helm}, annotations: {meta.helm.sh/release-name: %s, meta.helm.sh/release-namespace: %s}, "
            .formatted(release, namespace));
  }

  private static String texts(Findings findings) {
    List<String> texts = findings.blockers().stream().map(Finding::message).toList();
    return String.join("\n", texts);
  }
}
