package dev.slipway.activities.inventory.cloud;

import java.util.List;

/**
 * What the cluster tells of its account.
 *
 * @param secrets names of the installation's secrets
 * @param hostedZone ID of the zone that its records are in; empty where nobody knows
 * @param recordOwner by whom External DNS marks the records of this cluster; empty where nobody
 *     knows
 * @param volumes IDs of the volumes that the cluster's claims stand for
 */
public record CloudQuestion(
    List<String> secrets, String hostedZone, String recordOwner, List<String> volumes) {
  public CloudQuestion {
    secrets = List.copyOf(secrets);
    volumes = List.copyOf(volumes);
  }
}
