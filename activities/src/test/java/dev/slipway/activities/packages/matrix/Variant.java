package dev.slipway.activities.packages.matrix;

import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.List;
import java.util.stream.Stream;

/** A cluster, and how the platform is set up on it. */
record Variant(boolean pathRouting, boolean autoMode, String region, String cluster) {
  static final String PARIS = "eu-west-3";
  static final String OREGON = "us-west-2";

  /** Domain routing without Auto Mode: what the golden files show in full. */
  static final Variant BASE = new Variant(false, false, PARIS, "alpha");

  /** Both routings with and without Auto Mode, on two clusters in each of two regions. */
  static List<Variant> matrix() {
    return onAlpha().flatMap(Variant::everywhere).toList();
  }

  /** Both routings with and without Auto Mode, on one cluster. */
  static Stream<Variant> onAlpha() {
    return Stream.of(false, true)
        .flatMap(
            path -> Stream.of(false, true).map(auto -> new Variant(path, auto, PARIS, "alpha")));
  }

  private Stream<Variant> everywhere() {
    Variant abroad = new Variant(pathRouting, autoMode, OREGON, cluster);
    return Stream.of(this, abroad).flatMap(some -> Stream.of(some, some.named("beta")));
  }

  /** What a variant is compared with: first the mode, then the cluster. */
  Variant neighbour() {
    Variant sameMode = new Variant(pathRouting, autoMode, BASE.region, BASE.cluster);
    return equals(sameMode) ? BASE : sameMode;
  }

  Variant named(String name) {
    return new Variant(pathRouting, autoMode, region, name);
  }

  String domain() {
    return cluster + "." + region + ".example.com";
  }

  String secretPrefix() {
    return "cnoe-ref-impl/" + cluster;
  }

  Platform platform(PackagesFolder packages) {
    return SamplePlatform.named(cluster)
        .inRegion(region)
        .withDomain(domain())
        .withHostedZone("ZONE-OF-" + cluster)
        .withSecretPrefix(secretPrefix())
        .withAutoMode(autoMode)
        .withPathRouting(pathRouting)
        .withPackages(packages.digest());
  }

  /** A path for files, such as {@code domain-auto/eu-west-3-alpha}. */
  @Override
  public String toString() {
    return "%s-%s/%s-%s"
        .formatted(pathRouting ? "path" : "domain", autoMode ? "auto" : "manual", region, cluster);
  }
}
