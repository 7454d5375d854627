package dev.slipway.starter.option;

import dev.slipway.starter.process.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which run is meant: by its workflow ID, or by its cluster. */
public final class RunOptions {
  @Option(
      names = {"-w", "--workflow-id"},
      paramLabel = "ID",
      description = "The run, such as platform/111122223333/eu-west-3/idp; or name its cluster:")
  private String workflowId;

  @Mixin private ClusterOptions cluster;

  /** The config.yaml that names the cluster; empty where the run is named in another way. */
  public Optional<Path> file() {
    return workflowId == null ? Optional.ofNullable(cluster.file) : Optional.empty();
  }

  /** The run's workflow ID. */
  public String workflowId(Surroundings surroundings) {
    return workflowId == null ? cluster.id(surroundings).workflowId() : workflowId;
  }
}
