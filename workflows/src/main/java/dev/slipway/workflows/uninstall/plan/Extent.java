package dev.slipway.workflows.uninstall.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How far a removal goes beyond what is always removed.
 *
 * @param volumes whether the data of stateful applications goes; default false
 * @param secrets what becomes of the two secrets in AWS; default they are kept
 * @param definitions whether the CRDs that the installation brought go; default false
 * @param liveClaims Crossplane claims and composites that may go with what they stand for, as
 *     {@code Kind namespace/name}; what is not named is refused
 * @param alsoRemove what is only probably the installation's and shall go, as the inventory names
 *     it, with what it owns, tracks or released
 * @param localCluster name of the Kind cluster of idpbuilder to delete; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Extent(
    boolean volumes,
    Secrets secrets,
    boolean definitions,
    List<String> liveClaims,
    List<String> alsoRemove,
    String localCluster) {

  /** All is kept that can be. */
  public static final Extent DEFAULT =
      new Extent(false, Secrets.KEPT, false, List.of(), List.of(), null);

  /**
   * What becomes of the secrets in AWS.
   *
   * @param deleted whether they go
   * @param recoveryDays how long AWS can give them back, 7 to 30 days; 0 for not at all;
   *     meaningless where they are kept
   */
  public record Secrets(boolean deleted, int recoveryDays) {
    public static final Secrets KEPT = new Secrets(false, 0);
  }

  public Extent {
    requireNonNull(secrets, "secrets");
    liveClaims = List.copyOf(liveClaims);
    alsoRemove = List.copyOf(alsoRemove);
  }
}
