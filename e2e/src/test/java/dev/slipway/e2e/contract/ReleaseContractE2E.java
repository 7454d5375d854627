package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.standins.contract.releases.ReleaseContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real Helm leaves what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class ReleaseContractE2E extends ReleaseContract {
  private final Cluster cluster;
  private final Path chart;

  ReleaseContractE2E(Bed bed) throws IOException {
    cluster = bed.cluster("alpha");
    chart = Files.createDirectory(cluster.folder().resolve("contract"));
    Files.writeString(
        chart.resolve("Chart.yaml"), "{apiVersion: v2, name: contract, version: 1.2.3}");
    Files.writeString(
        Files.createDirectory(chart.resolve("templates")).resolve("cargo.yaml"), MANIFEST);
  }

  @AfterEach
  void uninstall() {
    cluster.helm("uninstall", "freight", "--namespace=release-contract");
  }

  @Override
  protected KubernetesClient client() {
    return cluster.client();
  }

  @Override
  protected void install() {
    cluster.helm(
        "install",
        "freight",
        chart.toString(),
        "--namespace=release-contract",
        "--create-namespace");
  }
}
