package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An installed platform, in seconds from the second time on: each bed installs it once. */
public final class InstalledPlatform {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Map<Path, ClusterImage> IMAGES = new ConcurrentHashMap<>();

  private InstalledPlatform() {}

  /** On a cluster of this name, which starts from what an install by Slipway has left. */
  public static Platform on(Bed bed, String name) {
    ClusterImage image =
        IMAGES.computeIfAbsent(bed.folder().resolve(name), key -> install(bed, name));
    return Platform.on(bed, bed.thaw(image));
  }

  private static ClusterImage install(Bed bed, String name) {
    Cluster cluster = bed.cluster(name);
    Platform platform = Platform.on(bed, cluster);
    platform.slipway().worker();
    platform.operator().unattended().start().success(LIMIT);
    platform.slipway().close();
    return bed.freeze(cluster);
  }
}
