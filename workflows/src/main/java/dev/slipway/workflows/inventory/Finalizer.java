package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

/**
 * Who has to act before a deleted object goes.
 *
 * @param name as the object has it
 * @param controller who serves it, such as {@code Deployment external-secrets/external-secrets};
 *     empty where nobody is known to
 */
public record Finalizer(String name, Tier tier, Service service, String controller) {

  /** What would be lost if it were stripped. */
  public enum Tier {
    /** Something in the cloud would stay behind. */
    CLOUD,
    /** Only the cluster is concerned. */
    CLUSTER,
    UNKNOWN
  }

  /** Whether its controller works. */
  public enum Service {
    RUNNING,
    NOT_RUNNING,
    UNKNOWN
  }

  public Finalizer {
    requireNonNull(name, "name");
    requireNonNull(tier, "tier");
    requireNonNull(service, "service");
    requireNonNull(controller, "controller");
  }
}
