package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.install.TeamLabelPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot go through is never put up for approval. */
@ExtendWith(BedExtension.class)
final class ObstaclesE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final List<String> DEFINITIONS =
      List.of("applications.argoproj.io", "applicationsets.argoproj.io", "appprojects.argoproj.io");
  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: argocd}
      """;

  @Test
  void namesWhoseDefinitionsAreThereAndInstallsOnceTheyAreHandedOver(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    DEFINITIONS.forEach(name -> alpha.apply(definitionOf("argo-cd", "gitops", name)));

    Ending refused = platform.operator().impatient().start().ending(SOON);

    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message())
        .contains("CustomResourceDefinition applications.argoproj.io")
        .contains("(owner: release argo-cd in gitops, not installed any more)")
        .contains("kubectl annotate --overwrite customresourcedefinitions.apiextensions.k8s.io/")
        .contains("meta.helm.sh/release-name=argocd meta.helm.sh/release-namespace=argocd");
    assertUntouched(bed, alpha);

    DEFINITIONS.forEach(name -> alpha.apply(definitionOf("argocd", "argocd", name)));
    assertThat(platform.operator().unattended().start().success(LIMIT).isSuccess()).isTrue();
  }

  @Test
  void findsASecondClusterSecretThatWouldFailEveryApplicationSet(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    alpha.apply(NAMESPACE);
    alpha.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: by-hand-cluster
          namespace: argocd
          labels:
            argocd.argoproj.io/secret-type: cluster
            environment: control-plane
            clusterName: alpha
            path_routing: "false"
            auto_mode: "true"
        stringData: {name: by-hand, server: https://kubernetes.default.svc, config: "{}"}
        """);

    Ending refused = platform.operator().impatient().start().ending(SOON);

    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message())
        .contains("Secret argocd/by-hand-cluster: Argo CD takes it for a cluster")
        .contains("it lacks annotations addons_repo_basepath")
        .contains("kubectl label secret -n argocd by-hand-cluster argocd.argoproj.io/secret-type-");
    assertUntouched(bed, alpha);
  }

  @Test
  void triesAPolicyOutWhereTheNamespaceIsThereAndElseWarnsOfIt(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    alpha.apply(TeamLabelPolicy.YAML);

    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    JsonNode warnings = run.query("plan").path("warnings");
    run.terminate();
    alpha.apply(NAMESPACE);
    Ending refused = platform.operator().impatient().start().ending(SOON);

    assertThat(warnings.toString())
        .contains("ValidatingAdmissionPolicyBinding team-label", "Deployment in namespace argocd");
    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message())
        .contains("release argocd in argocd: the cluster would refuse Deployment argocd/argocd-")
        .contains("label team is required");
    assertUntouched(bed, alpha);
  }

  @Test
  void makesNoSecretThatItMayNotRead(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("GetSecretValue", Fault.SLIPWAY));

    Ending refused = platform.operator().unattended().start().ending(SOON);

    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message()).contains("value of secret cnoe-ref-impl/alpha/");
    assertThat(bed.aws().calls(AwsCall::isWrite)).isEmpty();
  }

  private static String definitionOf(String release, String namespace, String name) {
    String plural = name.substring(0, name.indexOf('.'));
    String kind =
        Map.of(
                "applications", "Application",
                "applicationsets", "ApplicationSet",
                "appprojects", "AppProject")
            .get(plural);
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: %s
          labels: {app.kubernetes.io/managed-by: Helm}
          annotations: {meta.helm.sh/release-name: %s, meta.helm.sh/release-namespace: %s}
        spec:
          group: argoproj.io
          scope: Namespaced
          names: {kind: %s, listKind: %sList, plural: %s, singular: %s}
          versions:
          - name: v1alpha1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """
        .formatted(name, release, namespace, kind, kind, plural, plural.replaceAll("s$", ""));
  }
}
