package dev.slipway.standins.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * A cluster as EKS describes it.
 *
 * @param status in EKS's words, such as {@code ACTIVE}
 * @param endpoint null while the cluster is being created
 * @param caData certificate authority of the endpoint, Base64 over PEM; null where that is
 */
public record StandInEksCluster(
    String region, String name, String status, URI endpoint, String caData) {
  public StandInEksCluster {
    requireNonNull(region, "region");
    requireNonNull(name, "name");
    requireNonNull(status, "status");
  }

  public static StandInEksCluster active(String region, String name, URI endpoint, String caData) {
    return new StandInEksCluster(region, name, "ACTIVE", endpoint, caData);
  }
}
