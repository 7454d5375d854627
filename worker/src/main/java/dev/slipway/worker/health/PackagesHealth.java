package dev.slipway.worker.health;

import com.codahale.metrics.health.HealthCheck;
import java.nio.file.Files;
import java.nio.file.Path;

/** Healthy while the packages folder can be read. */
public final class PackagesHealth extends HealthCheck {
  private final Path folder;

  public PackagesHealth(Path folder) {
    this.folder = folder;
  }

  @Override
  protected Result check() {
    Path addons = folder.resolve("addons").resolve("values.yaml");
    return Files.isReadable(addons)
        ? Result.healthy("%s", folder.toAbsolutePath())
        : Result.unhealthy("%s cannot be read", addons.toAbsolutePath());
  }
}
