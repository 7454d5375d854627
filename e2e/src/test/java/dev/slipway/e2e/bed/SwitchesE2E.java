package dev.slipway.e2e.bed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.aws.AwsClients;
import dev.slipway.e2e.bed.aws.AwsKeys;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** What a test can do to the bed. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class SwitchesE2E {
  @Test
  void twoClustersInTwoAccountsHaveNothingInCommon(Bed bed) {
    Cluster one = bed.cluster("alpha");
    Cluster two =
        bed.cluster(ClusterSpec.named("alpha").ofAccount("222222222222").inRegion("eu-west-3"));

    createMarker(one);

    assertThat(endpoint(bed, one)).isEqualTo(one.apiServer().url());
    assertThat(endpoint(bed, two)).isEqualTo(two.apiServer().url());
    assertThat(one.audit().count(SwitchesE2E::isMarker)).isEqualTo(1);
    assertThat(two.audit().count(SwitchesE2E::isMarker)).isZero();
    assertThatThrownBy(() -> endpoint(bed, two.account(), "us-west-2", "alpha"))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(bed.aws().clients(two.account(), "eu-west-3").sts().getCallerIdentity().account())
        .isEqualTo("222222222222");
  }

  @Test
  void anOutageEndsAndNothingIsLost(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    createMarker(alpha);

    alpha.apiServer().stop();

    assertThatThrownBy(() -> alpha.client().configMaps().withName("marker").get())
        .isInstanceOf(KubernetesClientException.class);
    alpha.apiServer().start();
    assertThat(alpha.client().configMaps().withName("marker").get()).isNotNull();
  }

  @Test
  void awsRefusesOnDemandAndRemembersWhoAsked(Bed bed) {
    try (SecretsManagerClient secrets = clientOfSomebody(bed.aws().address())) {
      secrets.createSecret(r -> r.name("platform/config").secretString("{}"));
      bed.aws().fail(Fault.accessDenied("GetSecretValue", Fault.SLIPWAY));

      assertThatThrownBy(() -> secrets.getSecretValue(r -> r.secretId("platform/config")))
          .isInstanceOf(SecretsManagerException.class)
          .hasMessageContaining("not authorized to perform GetSecretValue");
    }
    assertThat(bed.aws().calls())
        .extracting(AwsCall::action, AwsCall::subject, AwsCall::isWrite)
        .contains(
            tuple("CreateSecret", "platform/config", true),
            tuple("GetSecretValue", "platform/config", false));
  }

  @Test
  void temporalKeepsItsRunsOverARestart(Bed bed) {
    bed.temporal()
        .temporal(
            "workflow",
            "start",
            "--type=Nobody",
            "--task-queue=nobody",
            "--workflow-id=kept",
            "--input={}");

    bed.temporal().restart();

    assertThat(bed.temporal().temporal("workflow", "describe", "--workflow-id=kept"))
        .contains("Nobody");
  }

  private static void createMarker(Cluster cluster) {
    cluster
        .client()
        .resource(new ConfigMapBuilder().withNewMetadata().withName("marker").endMetadata().build())
        .create();
  }

  private static boolean isMarker(AuditEvent event) {
    return event.resource().equals("configmaps")
        && event.isWrite()
        && event.agent().equals("bed-admin");
  }

  private static String endpoint(Bed bed, Cluster cluster) {
    return endpoint(bed, cluster.account(), cluster.region(), cluster.name());
  }

  private static String endpoint(Bed bed, String account, String region, String name) {
    AwsClients clients = bed.aws().clients(account, region);
    return clients.eks().describeCluster(r -> r.name(name)).cluster().endpoint();
  }

  private static SecretsManagerClient clientOfSomebody(URI endpoint) {
    AwsKeys keys = AwsKeys.TEST;
    return SecretsManagerClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
        .build();
  }
}
