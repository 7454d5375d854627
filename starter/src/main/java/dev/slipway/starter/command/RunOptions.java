package dev.slipway.starter.command;

import dev.slipway.starter.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which run is meant: by its workflow ID, or by its cluster. */
final class RunOptions {
  @Option(
      names = {"-w", "--workflow-id"},
      paramLabel = "ID",
      description = "The run, such as platform/111122223333/eu-west-3/idp; or name its cluster:")
  String workflowId;

  @Mixin ClusterOptions cluster;

  String workflowId(Surroundings surroundings) {
    return workflowId == null ? cluster.id(surroundings).workflowId() : workflowId;
  }
}
