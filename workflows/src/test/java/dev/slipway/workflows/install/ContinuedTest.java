package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run goes on as a new one after every line, and ends as if it had not. */
@Timeout(60)
class ContinuedTest {
  private final InstallHarness install = RunChain.install();

  @AfterEach
  void close() {
    install.close();
  }

  private InstallReport report() {
    return install.planned("").approve("ada").report();
  }

  @Test
  void doesEverythingOnce() {
    report();

    assertThat(RunChain.of(install).histories()).hasSize(12);
    assertThat(install.world.done())
        .startsWith("claim under d1ce57000001", "record approval of ada", "secrets")
        .contains("helm argocd", "helm external-secrets")
        .containsSubsequence("manifests external-secrets", "manifests argocd", "cluster secret")
        .endsWith("cluster secret", "helm addons-appset", "record outcome", "release")
        .hasSize(11);
  }

  @Test
  void reportsWhatOneRunWouldReport() {
    InstallReport report = report();

    assertThat(report.approvedBy()).isEqualTo("ada");
    assertThat(report.releases())
        .extracting(Release::name)
        .containsExactly("argocd", "external-secrets", "addons-appset");
    assertThat(report.urls()).extracting(Probe::answer).containsExactly("200", "200");
  }

  @Test
  void keepsEveryStepWithItsTimes() {
    assertThat(report().steps())
        .hasSize(12)
        .allMatch(step -> step.status().equals("DONE"))
        .allMatch(step -> step.finishedAt() != null);
  }

  @Test
  void carriesLittle() {
    install.world.argoCd().has(14);

    report();

    assertThat(RunChain.of(install).sizesOfCarriedStates())
        .hasSize(11)
        .allMatch(size -> size <= 64_000);
  }

  @Test
  void staysOneRunUnderACronWhoseNextRunCouldNotUseTheState() {
    install.startAs(
        "InstallPlatform",
        InstallHarness.options().setCronSchedule("0 0 1 1 *").build(),
        InstallHarness.json(InstallHarness.request("\"approval\":\"notRequired\"")));

    install.pass(Duration.ofDays(367));

    assertThat(install.world.done()).endsWith("record outcome", "release");
  }
}
