package dev.slipway.workflows.secrets;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.secrets.SecretClaim.State;
import java.util.Optional;

/** Finds out whose the secrets of a platform are. Reads only. */
public final class SecretClaims {
  private final SecretStore store;
  private final ClusterId cluster;
  private final String configSecret;

  /** Claims of this cluster, in its account and region. */
  public SecretClaims(SecretStore store, ClusterId cluster, PlatformConfig config) {
    this.store = store;
    this.cluster = cluster;
    this.configSecret = config.configSecret();
  }

  /** Whose the secret of this name is. */
  public SecretClaim look(String name) {
    return store.find(name).map(this::judge).orElse(new SecretClaim(name, State.FREE, ""));
  }

  private SecretClaim judge(StoredSecret secret) {
    if (secret.owner() == null) {
      return secret.inDeletion() ? foreign(secret, leaving(secret)) : untagged(secret);
    }
    if (!secret.owner().equals(cluster.toString())) {
      return foreign(secret, "cluster " + secret.owner());
    }
    return new SecretClaim(secret.name(), secret.inDeletion() ? State.RESTORABLE : State.OURS, "");
  }

  /** Upstream's secrets carry no owner, but its configuration says which cluster it is for. */
  private SecretClaim untagged(StoredSecret secret) {
    Optional<String> named = clusterInConfig();
    if (named.isEmpty()) {
      return foreign(secret, "nobody known: " + hint());
    }
    if (!named.get().equals(cluster.name())) {
      return foreign(secret, "cluster " + named.get() + " of this account and region");
    }
    return new SecretClaim(secret.name(), State.ADOPTABLE, "");
  }

  private Optional<String> clusterInConfig() {
    return store
        .find(configSecret)
        .filter(config -> !config.inDeletion())
        .flatMap(config -> store.value(configSecret))
        .map(value -> value.json().path("cluster_name").asText(""))
        .filter(name -> !name.isEmpty());
  }

  /** AWS tags no secret that is in its deletion window. */
  private String leaving(StoredSecret secret) {
    return "nobody known, and it is being deleted: restore it first (aws secretsmanager restore-secret --secret-id %s), then "
            .formatted(secret.name())
        + hint();
  }

  private String hint() {
    return "tag it " + StoredSecret.OWNER_TAG + "=" + cluster + " if it is this cluster's";
  }

  private static SecretClaim foreign(StoredSecret secret, String owner) {
    return new SecretClaim(secret.name(), State.FOREIGN, owner);
  }
}
