package dev.slipway.worker.health;

import com.codahale.metrics.health.HealthCheck;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import io.temporal.failure.ApplicationFailure;

/** Healthy while the packages folder can be read; shows its digest, which every plan holds. */
public final class PackagesHealth extends HealthCheck {
  private final PackagesFolder packages;

  public PackagesHealth(PackagesFolder packages) {
    this.packages = packages;
  }

  @Override
  protected Result check() {
    try {
      PackagesCopy copy = packages.now();
      copy.addons(/* pathRouting= */ false);
      return Result.healthy("%s, digest %s", packages.root(), copy.digest());
    } catch (ApplicationFailure e) {
      return Result.unhealthy("%s: %s", packages.root(), e.getOriginalMessage());
    }
  }
}
