package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.cluster.AdmissionWebhook;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.PlantedSecrets;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.install.steps.InstallLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Whatever stands in the way, the run says so, waits, and once it is mended goes on from the step
 * that failed.
 */
@ExtendWith(BedExtension.class)
final class TroublesE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String CONFIG = "cnoe-ref-impl/alpha/config";

  @Test
  void withAccountChartsAndSecrets(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    bed.aws().setClusterStatus(alpha.account(), alpha.region(), alpha.name(), "CREATING");
    Run run = impatientToPark(platform).start();
    Troubles troubles = new Troubles(run, worker);

    troubles.parks(
        "EKS still creates the cluster",
        InstallLine.PREFLIGHT,
        FailureType.PREFLIGHT_FAILED,
        "CREATING");
    bed.aws().setClusterStatus(alpha.account(), alpha.region(), alpha.name(), "ACTIVE");
    bed.sources().charts().goAway();
    troubles.retry();
    troubles.parks(
        "the chart repository is away", InstallLine.PREFLIGHT, FailureType.STEP_TIMED_OUT, "503");
    bed.sources().charts().restore();
    alpha.webhook().refuse("coordination.k8s.io", "leases");
    troubles.retry().awaitStatus("AWAITING_APPROVAL");
    bed.sources().charts().republish("argo-cd");
    run.approve();
    troubles.parks(
        "a chart is not the one of the plan",
        InstallLine.PREFLIGHT,
        FailureType.PREFLIGHT_FAILED,
        "The archive of chart argo-cd");
    bed.sources().charts().restore();
    troubles.retry();
    troubles.parks(
        "a webhook refuses the Lease",
        InstallLine.CLAIM_CLUSTER,
        FailureType.CLUSTER_REFUSED,
        AdmissionWebhook.MESSAGE);
    alpha.webhook().withdraw();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    troubles.retry();
    troubles.parks(
        "secrets may not be created",
        InstallLine.CREATE_CONFIG_SECRETS,
        FailureType.ACCESS_DENIED,
        "CreateSecret");
    bed.aws().fail(Fault.accessDenied("GetSecretValue", Fault.EXTERNAL_SECRETS));
    troubles.retry();
    troubles.parks(
        "External Secrets may not read",
        InstallLine.AWAIT_CLUSTER_SECRET,
        FailureType.CLUSTER_SECRET_NOT_READY,
        "not authorized to perform GetSecretValue");
    bed.aws().fail();
    SecretsManagerClient secrets = bed.aws().clients(alpha.account(), alpha.region()).secrets();
    String config = secrets.getSecretValue(get -> get.secretId(CONFIG)).secretString();
    secrets.deleteSecret(delete -> delete.secretId(CONFIG).recoveryWindowInDays(7L));
    troubles.retry();
    troubles.parks(
        "somebody has deleted the secret",
        InstallLine.AWAIT_CLUSTER_SECRET,
        FailureType.CLUSTER_SECRET_NOT_READY,
        "marked deleted");
    secrets.restoreSecret(restore -> restore.secretId(CONFIG));
    String other = config.replaceFirst("(\"path_routing\": *)\"true\"", "$1\"false\"");
    assertThat(other).isNotEqualTo(config);
    secrets.putSecretValue(put -> put.secretId(CONFIG).secretString(other));
    troubles.retry();
    troubles.parks(
        "the cluster secret has other labels",
        InstallLine.AWAIT_CLUSTER_SECRET,
        FailureType.CLUSTER_SECRET_NOT_READY,
        "label path_routing is \"false\" instead of \"true\"");
    secrets.putSecretValue(put -> put.secretId(CONFIG).secretString(config));

    assertInstalled(alpha, troubles.retry());
  }

  @Test
  void withClusterReleasesAndApplications(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    WorkerProcess worker = platform.slipway().worker();
    alpha.webhook().refuse("apps", "deployments");
    Run run = impatientToPark(platform).start().awaitStatus("AWAITING_APPROVAL");
    Troubles troubles = new Troubles(run.approve(), worker);

    troubles.parks(
        "a webhook refuses what a release brings",
        InstallLine.BOOTSTRAP_CLUSTER,
        FailureType.HELM_REFUSED,
        AdmissionWebhook.NAME,
        AdmissionWebhook.MESSAGE);
    alpha.webhook().withdraw();
    handOver(alpha, "another");
    troubles.retry();
    troubles.parks(
        "an object belongs to another release",
        InstallLine.BOOTSTRAP_CLUSTER,
        FailureType.RELEASE_OWNED,
        "another");
    handOver(alpha, "argocd");
    alpha.apply(AllButWriting.ROLE);
    alpha.tokens().callersAreIn(AllButWriting.GROUP);
    troubles.retry();
    troubles.parks(
        "one verb is forbidden",
        InstallLine.APPLY_CUSTOM_MANIFESTS,
        FailureType.ACCESS_DENIED,
        "patch",
        "external-secrets.io");
    alpha.tokens().callersAreIn("system:masters");
    alpha.pods().keepOff("external-secrets");
    troubles.retry();
    troubles.parks(
        "External Secrets does not run",
        InstallLine.AWAIT_CLUSTER_SECRET,
        FailureType.CLUSTER_SECRET_NOT_READY,
        "is the External Secrets controller running?");
    alpha.pods().allow("external-secrets");
    alpha.webhook().refuse("argoproj.io", "applicationsets");
    troubles.retry();
    troubles.parks(
        "a webhook refuses ApplicationSets",
        InstallLine.INSTALL_ADDONS_APPSET,
        FailureType.HELM_REFUSED,
        AdmissionWebhook.MESSAGE);
    alpha.webhook().withdraw();
    annotateClusterSecret(alpha, null);
    alpha.operators().withholdKeycloakResult(true);
    troubles.retry();
    troubles.parks(
        "ApplicationSets are in error",
        InstallLine.AWAIT_HEALTHY_APPLICATIONS,
        FailureType.APPLICATIONS_NOT_HEALTHY,
        "ApplicationSet",
        "addons_repo_basepath");
    annotateClusterSecret(alpha, "packages");
    troubles.retry();
    troubles.parks(
        "applications stay Degraded",
        InstallLine.AWAIT_HEALTHY_APPLICATIONS,
        FailureType.APPLICATIONS_NOT_HEALTHY,
        "health Degraded",
        "keycloak-clients");
    alpha.operators().withholdKeycloakResult(false);
    alpha.webhook().refuse("", "configmaps");
    troubles.retry();
    troubles.parks(
        "a webhook refuses the record of the installation",
        InstallLine.RECORD_INSTALLATION,
        FailureType.CLUSTER_REFUSED,
        "slipway-installation");
    alpha.webhook().withdraw();
    alpha.apiServer().stop();
    troubles.retry();
    troubles.parks(
        "the API server is away for longer than the budget",
        InstallLine.PREFLIGHT,
        FailureType.STEP_TIMED_OUT,
        "does not answer");
    alpha.apiServer().start();

    assertInstalled(alpha, troubles.retry());
  }

  private static Operator impatientToPark(Platform platform) {
    return platform.operator().asking("\"stepWithin\":\"PT45S\",\"applicationsWithin\":\"PT2M\"");
  }

  private static void assertInstalled(Cluster cluster, Run run) {
    Ending ending = run.success(LIMIT);
    List<String> histories = run.histories();
    assertThat(ending.applications())
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(cluster));
    assertThat(ending.report().path("approvedBy").asText()).isEqualTo("ada");
    assertThat(HelmTraces.records(cluster)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    assertThat(histories).allSatisfy(it -> assertThat(PlantedSecrets.inHistory(it)).isEmpty());
  }

  /** Who Helm thinks that a part of Argo CD belongs to. */
  private static void handOver(Cluster cluster, String release) {
    cluster
        .client()
        .serviceAccounts()
        .inNamespace("argocd")
        .withName("argocd-application-controller")
        .edit(
            account -> {
              account.getMetadata().getAnnotations().put("meta.helm.sh/release-name", release);
              return account;
            });
  }

  private static void annotateClusterSecret(Cluster cluster, String basepath) {
    cluster
        .client()
        .secrets()
        .inNamespace("argocd")
        .withName("hub-cluster")
        .edit(
            secret -> {
              Map<String, String> annotations = secret.getMetadata().getAnnotations();
              annotations.put("addons_repo_basepath", basepath);
              annotations.values().removeIf(value -> value == null);
              return secret;
            });
  }
}
