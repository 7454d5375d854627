package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.process.Tool;
import java.nio.file.Path;

/** What a cluster and AWS held at one moment; any number of clusters can start from it. */
public record ClusterImage(ClusterSpec spec, Path folder) {
  Path aws() {
    return folder.resolve("aws.pickle");
  }

  void copyTo(Path cluster) {
    Tool.run(folder, "cp", "-r", "--sparse=always", ".", cluster);
  }
}
