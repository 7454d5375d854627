package dev.slipway.activities.ownership.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;

/**
 * One thing of the installation, written down before the call that makes it.
 *
 * @param uid UID in the cluster, ARN in AWS; null until the thing was seen
 * @param step line of the flow by which it came, such as {@code BOOTSTRAP_CLUSTER}
 * @param by whose it is within the step: {@code release argocd/argocd}, {@code Application
 *     argocd/keycloak-a}, or the addon's folder; null for none
 * @param addon key of the addon that it is part of; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestEntry(
    Subject subject, String uid, Origin origin, String step, String by, String addon) {
  public ManifestEntry {
    requireNonNull(subject, "subject");
    requireNonNull(origin, "origin");
    requireNonNull(step, "step");
  }

  /** The same once the thing was seen. */
  ManifestEntry withUid(String seen) {
    return new ManifestEntry(subject, seen, origin, step, by, addon);
  }

  /**
   * What two writers remember of one thing who looked at the same moment: who saw that it was not
   * there is right, as the other may have seen what that one made.
   */
  ManifestEntry or(ManifestEntry other) {
    ManifestEntry right = other.origin == Origin.MADE ? other : this;
    return right.uid != null ? right : right.withUid(uid != null ? uid : other.uid);
  }
}
