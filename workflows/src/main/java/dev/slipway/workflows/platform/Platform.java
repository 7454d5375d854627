package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

/** What most activities need: where, with which configuration, from which packages. */
public record Platform(Target target, PlatformConfig config, Packages packages) {
  public Platform {
    requireNonNull(target, "target");
    requireNonNull(config, "config");
    requireNonNull(packages, "packages");
  }
}
