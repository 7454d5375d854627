package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.platform.ClusterId;
import java.util.List;

/**
 * The installation's manifest held against the world: what a removal is planned from.
 *
 * @param clusterUid UID of namespace {@code kube-system}, by which a cluster is told from one of
 *     the same name that was made later; empty where it could not be read
 * @param holdings sorted by subject: all that is ours or probably ours, and of the others those
 *     that a removal would meet
 * @param unread what could not be looked at, sorted by subject; empty means that all was seen
 */
public record Inventory(
    ClusterId cluster,
    String clusterUid,
    ManifestSeen manifest,
    List<Holding> holdings,
    List<Unread> unread) {
  public Inventory {
    requireNonNull(cluster, "cluster");
    requireNonNull(clusterUid, "clusterUid");
    requireNonNull(manifest, "manifest");
    holdings = List.copyOf(holdings);
    unread = List.copyOf(unread);
  }
}
