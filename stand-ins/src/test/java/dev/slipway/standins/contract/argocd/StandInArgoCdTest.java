package dev.slipway.standins.contract.argocd;

import dev.slipway.standins.argocd.StandInArgoCd;
import dev.slipway.standins.argocd.Timing;
import dev.slipway.standins.argocd.sources.FieldTemplates;
import dev.slipway.standins.contract.StandInTestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The stand-in does what is asked of the real Argo CD. */
final class StandInArgoCdTest {
  private static StandInTestCluster cluster;

  @BeforeAll
  static void start() {
    cluster =
        new StandInTestCluster(
                made ->
                    new StandInArgoCd(
                        made.objects(),
                        new FolderSources(),
                        new FieldTemplates(),
                        Timing.fast(),
                        Clock.systemUTC(),
                        (application, by) -> {}))
            .with("argocd", "/stand-in/argo-cd.yaml");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private record World() implements ArgoCdWorld {
    @Override
    public KubernetesClient client() {
      return cluster.client();
    }

    @Override
    public String repository() {
      return "https://git.contract.test/platform.git";
    }
  }

  @Nested
  final class Comparing extends ComparisonContract {
    @Override
    protected ArgoCdWorld world() {
      return new World();
    }
  }

  @Nested
  final class Syncing extends SyncContract {
    @Override
    protected ArgoCdWorld world() {
      return new World();
    }
  }

  @Nested
  final class Removing extends RemovalContract {
    @Override
    protected ArgoCdWorld world() {
      return new World();
    }
  }

  @Nested
  final class Generating extends ApplicationSetContract {
    @Override
    protected ArgoCdWorld world() {
      return new World();
    }
  }
}
