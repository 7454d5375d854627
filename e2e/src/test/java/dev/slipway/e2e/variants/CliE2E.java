package dev.slipway.e2e.variants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.install.ExpectedApplications;
import dev.slipway.e2e.install.Histories;
import dev.slipway.e2e.install.Platform;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The command {@code slipway} in the hands of two people. No other test has clusters of these
 * names, as what is typed here is about the newest run of a cluster.
 */
@ExtendWith(BedExtension.class)
final class CliE2E {
  private static final int OK = 0;
  private static final int BAD_INPUT = 2;
  private static final int NOT_AGREED = 3;
  private static final int NOT_FOUND = 4;
  private static final int REFUSED = 5;
  private static final List<String> URLS =
      List.of(
          "https://chosen.example.org",
          "https://chosen.example.org/argocd",
          "https://chosen.example.org/argo-workflows",
          "https://chosen.example.org/keycloak");

  @Test
  void installsWhatAColleagueApproves(Bed bed) {
    Platform platform = Platform.on(bed, bed.cluster("chosen"));
    CommandLineUser user = CommandLineUser.of(platform, bed.sources());
    platform.slipway().worker();

    CompletableFuture<Tool.Result> install = user.inBackground("install", "--wait", "-o", "json");
    platform.operator().run().awaitStatus("AWAITING_APPROVAL");
    CompletableFuture<Tool.Result> watch = user.inBackground("watch", "-o", "json");
    JsonNode waiting = user.json("status", "-o", "json");
    Tool.Result wrong = user.run("approve", "--digest", "0123456789abcdef");
    Tool.Result second = user.run("install");
    Tool.Result approved = user.run("approve", "--as", "ada", "--comment", "go ahead");

    assertThat(waiting.at("/progress/status").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(REFUSED);
    assertThat(second.exitCode()).as(second.output()).isEqualTo(REFUSED);
    assertThat(approved.exitCode()).as(approved.output()).isEqualTo(OK);
    assertReport(platform.cluster(), install.join());
    assertReport(platform.cluster(), watch.join());
    assertThat(user.json("status", "-o", "json").at("/progress/status").asText())
        .isEqualTo("SUCCEEDED");
    assertThat(user.json("urls", "-o", "json").findValuesAsText("url")).isEqualTo(URLS);
    Histories.keep("decided-by-update-with-digest", platform.operator().run().history());
    Tool.Result late = user.run("approve");
    assertThat(late.exitCode()).as(late.output()).isEqualTo(REFUSED);
  }

  @Test
  void saysByItsExitCodeThatAColleagueRejected(Bed bed) {
    Cluster unwanted = bed.cluster("unwanted");
    Platform platform = Platform.on(bed, unwanted);
    CommandLineUser user = CommandLineUser.of(platform, bed.sources());
    Tool.Result unfilled = user.withPlaceholders().run("install", "--wait");
    Tool.Result unknown = user.run("status");
    platform.slipway().worker();

    CompletableFuture<Tool.Result> install = user.inBackground("install", "--wait", "-o", "json");
    platform.operator().run().awaitStatus("AWAITING_APPROVAL");
    Tool.Result rejected = user.run("reject", "--as", "ada", "--comment", "not on a Friday");

    assertThat(unfilled.exitCode()).as(unfilled.output()).isEqualTo(BAD_INPUT);
    assertThat(unfilled.output()).contains("domain", "route53_hosted_zone_id");
    assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(NOT_FOUND);
    assertThat(rejected.exitCode()).as(rejected.output()).isEqualTo(OK);
    assertThat(install.join().exitCode()).as(install.join().output()).isEqualTo(NOT_AGREED);
    assertThat(CommandLineUser.json(install.join()).path("failure").asText()).isEqualTo("REJECTED");
    assertThat(install.join().output()).contains("ada", "not on a Friday");
    assertThat(unwanted.client().namespaces().withName("argocd").get()).isNull();
  }

  private static void assertReport(Cluster cluster, Tool.Result result) {
    assertThat(result.exitCode()).as(result.output()).isEqualTo(OK);
    JsonNode report = CommandLineUser.json(result);
    assertThat(report.path("applications"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(ExpectedApplications.on(cluster));
    assertThat(report.path("approvedBy").asText()).isEqualTo("ada");
    assertThat(report.path("urls").findValuesAsText("url")).isEqualTo(URLS);
  }
}
