package dev.slipway.e2e.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.AwsSecrets;
import dev.slipway.e2e.traces.HelmTraces;
import dev.slipway.e2e.traces.Remembered;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An installation that the reference's script made becomes one of Slipway's. */
@ExtendWith(BedExtension.class)
final class AdoptionE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void takesOverWhatTheReferenceInstalledOnceAPersonAgrees(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    ConfigYaml config =
        ConfigYaml.of(alpha, bed.sources()).with("secret_prefix", "cnoe-ref-impl/alpha");
    Platform platform = Platform.on(bed, alpha, config);
    ReferenceInstall reference = new ReferenceInstall(bed, alpha, platform.config());
    Remembered remembered = Remembered.since(alpha);
    reference.run();
    Map<String, String> uids = uids(alpha);
    int writes = bed.aws().calls(AwsCall::isWrite).size();
    platform.slipway().worker();

    Ending refused = platform.operator().unattended().start().ending(SOON);

    assertThat(refused.type()).isEqualTo("PREFLIGHT_FAILED");
    assertThat(refused.message()).contains("allowAdoption");
    assertThat(bed.aws().calls(AwsCall::isWrite)).hasSize(writes);

    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    JsonNode plan = run.query("plan");
    assertThat(run.approve().success(LIMIT).isSuccess()).isTrue();

    assertThat(plan.path("changes").findValuesAsText("action")).contains("ADOPT");
    assertThat(plan.toString())
        .contains("release argocd/argocd (argo-cd", "release external-secrets/external-secrets")
        .contains("secret cnoe-ref-impl/alpha/config");
    assertThat(uids(alpha)).containsAllEntriesOf(uids);
    assertThat(HelmTraces.records(alpha))
        .contains("argocd/sh.helm.release.v1.argocd.v1 deployed")
        .contains("argocd/sh.helm.release.v1.addons-appset.v2 deployed")
        .hasSize(4);
    remembered.assertComplete();
    assertThat(reference.states()).containsOnlyKeys(reference.expected());
    assertThat(new AwsSecrets(bed, alpha).owners().values())
        .containsOnly("123456789012/us-west-2/alpha");
  }

  private static Map<String, String> uids(Cluster cluster) {
    Map<String, String> uids = new TreeMap<>();
    Stream.of(
            cluster.applications(),
            cluster.client().apps().deployments().inAnyNamespace().list().getItems())
        .flatMap(List::stream)
        .map(HasMetadata::getMetadata)
        .forEach(
            metadata ->
                uids.put(metadata.getNamespace() + "/" + metadata.getName(), metadata.getUid()));
    return uids;
  }
}
