package dev.slipway.activities.helm.releases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a release should be.
 *
 * @param chart name of the chart
 * @param content what is told apart beside version and values: digest of a chart that has no
 *     repository; empty for a published one
 * @param values laid over each other in this order
 */
record DesiredRelease(
    BootstrapRelease release,
    String chart,
    String chartVersion,
    String content,
    List<ObjectNode> values,
    ChartLocation location) {

  /** What the description of every release of ours starts with. */
  static final String MARK = "Slipway: ";

  /** Gets the chart onto this machine when it is needed. */
  @FunctionalInterface
  interface ChartLocation {
    Path into(Path folder);
  }

  DesiredRelease {
    values = List.copyOf(values);
  }

  /** What the release keeps to be recognised by. */
  String description() {
    return MARK + "%s %s with values %s".formatted(chart, chartVersion, digest());
  }

  /**
   * All that Helm would make of it.
   *
   * @param kubernetes version that it is rendered for
   */
  String rendered(Path chartOnDisk, HelmSession session, String kubernetes) {
    return session.call(
        HelmRequest.template(chartOnDisk, release.releaseName(), release.namespace(), values)
            .on(kubernetes));
  }

  /** Whether this revision is in place and was made from the same. */
  boolean isMetBy(Revision found) {
    return found.isDeployed() && found.description().equals(description());
  }

  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.getBytes(StandardCharsets.UTF_8));
      for (ObjectNode part : values) {
        digest.update((byte) 0);
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
