package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.platform.PlatformConfig;

/** What most activities need: where, with which configuration, from which packages. */
public record Platform(Target target, PlatformConfig config, Packages packages) {
  public Platform {
    requireNonNull(target, "target");
    requireNonNull(config, "config");
    requireNonNull(packages, "packages");
  }
}
