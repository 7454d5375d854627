package dev.slipway.activities.preflight;

import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.config.ConfigProblem;
import dev.slipway.workflows.config.ConfigReader;
import dev.slipway.workflows.config.ConfigReading;
import dev.slipway.workflows.contract.PreflightActivities.SnapshotRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Fixes what a run is about: the configuration, and which packages. */
public final class Snapshots {
  private final Path configFolder;
  private final PackagesFolder packages;
  private final Revisions revisions;
  private final ChartDigests charts;

  /**
   * Snapshots of what a worker has.
   *
   * @param configFolder configuration files that a request may name
   */
  public Snapshots(
      Path configFolder, PackagesFolder packages, Revisions revisions, ChartDigests charts) {
    this.configFolder = configFolder.toAbsolutePath().normalize();
    this.packages = packages;
    this.revisions = revisions;
    this.charts = charts;
  }

  Platform take(SnapshotRequest request) {
    PackagesCopy copy = packages.now();
    PlatformConfig config = new FixedNames(copy.tree()).settle(read(request));
    String commit = revisions.commit(config.repo());
    return new Platform(
        request.target(),
        config,
        new Packages(copy.digest(), commit, charts.of(copy, config.pathRouting())));
  }

  private PlatformConfig read(SnapshotRequest request) {
    ConfigReading reading =
        request.configFile() == null
            ? ConfigReader.read(request.config())
            : ConfigReader.read(text(request.configFile()));
    if (reading.config() == null) {
      throw refusal(reading.problems());
    }
    return reading.config();
  }

  private String text(String name) {
    try {
      Path file = configFolder.resolve(name).normalize();
      if (!file.startsWith(configFolder) || !isInside(file)) {
        throw FailureType.INVALID_CONFIG.failure(
            "configFile: \"" + name + "\" leads out of the worker's configuration folder");
      }
      return Files.readString(file);
    } catch (IOException | InvalidPathException e) {
      throw FailureType.INVALID_CONFIG.failure(
          "configFile: \"" + name + "\" cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Links may lead about inside the folder, as in a mounted ConfigMap, but not out of it. */
  private boolean isInside(Path file) throws IOException {
    return file.toRealPath().startsWith(configFolder.toRealPath());
  }

  private static ApplicationFailure refusal(List<ConfigProblem> problems) {
    return FailureType.INVALID_CONFIG.failure(
        problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
  }
}
