package dev.slipway.workflows.config;

import dev.slipway.workflows.platform.PlatformConfig;
import java.util.List;

/**
 * What came out of reading a config.yaml.
 *
 * @param config null when there are problems
 * @param problems all of them, in the order of the file; empty when there is a config
 */
public record ConfigReading(PlatformConfig config, List<ConfigProblem> problems) {
  public ConfigReading {
    problems = List.copyOf(problems);
    if ((config == null) == problems.isEmpty()) {
      throw new IllegalArgumentException("Either a config or problems");
    }
  }
}
