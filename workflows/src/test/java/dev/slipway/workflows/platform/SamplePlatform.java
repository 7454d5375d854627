package dev.slipway.workflows.platform;

import dev.slipway.workflows.platform.PlatformConfig.Repo;
import java.util.Map;

/** A platform of which a test says only what it is about. */
public final class SamplePlatform {
  private final String cluster;
  private Repo repo = new Repo("https://git.example.com/team/platform", "main", "packages");
  private String region = "eu-west-3";
  private String domain = "idp.example.com";
  private String hostedZone = "Z0123456789ABCDEFGHIJ";
  private String secretPrefix;
  private boolean autoMode = true;
  private boolean pathRouting = true;
  private Map<String, String> tags = Map.of();

  private SamplePlatform(String cluster) {
    this.cluster = cluster;
    secretPrefix = "cnoe-ref-impl/" + cluster;
  }

  public static SamplePlatform named(String cluster) {
    return new SamplePlatform(cluster);
  }

  public SamplePlatform withRepo(String url, String basepath) {
    repo = new Repo(url, "main", basepath);
    return this;
  }

  public SamplePlatform inRegion(String name) {
    region = name;
    return this;
  }

  public SamplePlatform withDomain(String name) {
    domain = name;
    return this;
  }

  public SamplePlatform withHostedZone(String id) {
    hostedZone = id;
    return this;
  }

  public SamplePlatform withSecretPrefix(String prefix) {
    secretPrefix = prefix;
    return this;
  }

  public SamplePlatform withAutoMode(boolean on) {
    autoMode = on;
    return this;
  }

  public SamplePlatform withPathRouting(boolean on) {
    pathRouting = on;
    return this;
  }

  public SamplePlatform withTags(Map<String, String> all) {
    tags = all;
    return this;
  }

  /** In account 123456789012, worked on as the worker itself. */
  public Target target() {
    return new Target(new ClusterId("123456789012", region, cluster), null);
  }

  public PlatformConfig config() {
    return new PlatformConfig(
        repo, cluster, autoMode, region, domain, hostedZone, pathRouting, secretPrefix, tags);
  }

  /** With a packages folder of this digest, from no known commit. */
  public Platform withPackages(String digest) {
    return new Platform(target(), config(), new Packages(digest, null, null));
  }
}
