package dev.slipway.starter.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.Cli;
import dev.slipway.starter.Golden;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.workflows.contract.InventoryActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.preview.PreviewUninstallImpl;
import dev.slipway.workflows.uninstall.preview.TakeInventoryImpl;
import dev.slipway.workflows.wire.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PreviewCommandsTest {
  private static final List<String> CLUSTER =
      List.of("--account", "111122223333", "--region", "eu-west-3", "--cluster", "idp");

  private final FakeInventory world = new FakeInventory();
  private final LocalTemporal temporal =
      new LocalTemporal(
          worker -> {
            worker.registerWorkflowImplementationTypes(
                TakeInventoryImpl.class, PreviewUninstallImpl.class);
            worker.registerActivitiesImplementations(world);
          });

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void showsWhatAnInstallationHolds() {
    Cli.Said said = slipway("inventory");

    Golden.assertMatches("inventory.txt", said.out());
    assertThat(said.exitCode()).isEqualTo(10);
  }

  @Test
  void namesEveryObjectWhereThatIsAskedFor() {
    assertThat(slipway("inventory", "--all").out())
        .contains("  ConfigMap argocd/argocd-cm: made in BOOTSTRAP_CLUSTER\n")
        .contains("Gone\n  Deployment argocd/argocd-server\n");
  }

  @Test
  void endsWellWhereAllWasSeen() {
    world.allSeen = true;

    assertThat(slipway("inventory").exitCode()).isZero();
  }

  @Test
  void printsTheInventoryForPrograms() throws IOException {
    ObjectNode json =
        (ObjectNode) Payloads.mapper().readTree(slipway("inventory", "-o", "json").out());

    assertThat(json.at("/manifest/state").asText()).isEqualTo("INSTALLED");
    assertThat(json.path("holdings")).hasSize(9);
  }

  @Test
  void showsWhatWouldGoAndWhatWouldStay() {
    Cli.Said said = slipway("uninstall", "--dry-run");

    Golden.assertMatches("removal.txt", said.out());
    assertThat(said.exitCode()).isEqualTo(11);
  }

  @Test
  void asksForWhatTheOptionsSay() {
    slipway(
        "uninstall",
        "--dry-run",
        "--volumes",
        "--secrets",
        "delete",
        "--recovery-days",
        "7",
        "--crds",
        "--live-claim",
        "Bucket team/a",
        "--also-remove",
        "Namespace argocd",
        "--local-cluster");

    assertThat(world.asked)
        .hasToString(
            "Extent[volumes=true, secrets=Secrets[deleted=true, recoveryDays=7], definitions=true,"
                + " liveClaims=[Bucket team/a], alsoRemove=[Namespace argocd],"
                + " localCluster=localdev]");
  }

  @Test
  void refusesWhatMakesNoSenseBeforeItAsksAnybody() {
    Cli.Said said = slipway("uninstall", "--dry-run", "--recovery-days", "7");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("recoveryDays: needs secrets \"delete\"");
  }

  @Test
  void removesNothingYet() {
    Cli.Said said = slipway("uninstall");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("--dry-run");
    assertThat(world.asked).isNull();
  }

  @Test
  void saysWhyNothingCouldBeSeenAtAll() {
    world.failure = FailureType.ACCOUNT_MISMATCH;

    Cli.Said said = slipway("inventory");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("ACCOUNT_MISMATCH: no").contains("another AWS account");
  }

  private Cli.Said slipway(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(1, CLUSTER);
    return temporal.cli().run(line.toArray(String[]::new));
  }

  /** Sees what lies in files. */
  static final class FakeInventory implements InventoryActivities {
    FailureType failure;
    boolean allSeen;
    Object asked;

    @Override
    public Inventory takeInventory(Target target) {
      if (failure != null) {
        throw failure.failure("no");
      }
      Inventory seen = read("inventory.json", Inventory.class);
      return allSeen
          ? new Inventory(
              seen.cluster(), seen.clusterUid(), seen.manifest(), seen.holdings(), List.of())
          : seen;
    }

    @Override
    public RemovalPlan planRemoval(RemovalQuestion question) {
      asked = question.extent();
      return read("plan.json", RemovalPlan.class);
    }

    private static <T> T read(String file, Class<T> type) {
      try {
        return Payloads.mapper()
            .readValue(Files.readString(Path.of("src/test/resources/removal", file)), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
