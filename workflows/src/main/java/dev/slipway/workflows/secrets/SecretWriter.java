package dev.slipway.workflows.secrets;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.secrets.SecretClaim.State;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings the secrets of one cluster to the wanted value and tags, and leaves others' alone. */
public final class SecretWriter {
  private final SecretStore store;
  private final SecretClaims claims;
  private final Map<String, String> tags;

  public SecretWriter(SecretStore store, ClusterId cluster, PlatformConfig config) {
    this.store = store;
    this.claims = new SecretClaims(store, cluster, config);
    this.tags = new TreeMap<>(config.tags());
    this.tags.put(StoredSecret.OWNER_TAG, cluster.toString());
  }

  /** A secret that has the wanted value now, and what had to be done for it. */
  public record Written(String arn, Outcome outcome) {
    /** What {@code write} did to the value. */
    public enum Outcome {
      CREATED,
      UPDATED,
      LEFT_ALONE
    }
  }

  /**
   * What may be done with the secret of this name.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#SECRET_OWNED} where it is not
   *     this cluster's
   */
  public SecretClaim requireClaim(String name) {
    SecretClaim claim = claims.look(name);
    if (claim.state() == State.FOREIGN) {
      throw FailureType.SECRET_OWNED.failure(claim.refusal());
    }
    return claim;
  }

  /**
   * Creates the secret, or restores and updates this cluster's own. Idempotent: an equal value is
   * left alone.
   *
   * @param subject what the secret holds, for its description
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#SECRET_OWNED} where it is not
   *     this cluster's
   */
  public Written write(String name, String subject, String value) {
    SecretClaim claim = requireClaim(name);
    if (claim.state() == State.FREE) {
      Optional<String> created = create(name, subject, value);
      if (created.isPresent()) {
        return new Written(created.get(), Written.Outcome.CREATED);
      }
      claim = requireClaim(name);
    }
    if (claim.state() == State.RESTORABLE) {
      store.restore(name);
    }
    return converge(name, value);
  }

  private Optional<String> create(String name, String subject, String value) {
    String description = "Secret created for " + subject + " of CNOE AWS Reference Implementation";
    return store.create(
        new NewSecret(name, description, value, tags), RequestToken.of(name, value, ""));
  }

  private Written converge(String name, String value) {
    StoredSecret secret =
        store
            .find(name)
            .orElseThrow(
                () -> FailureType.AWS_UNAVAILABLE.failure("secret " + name + " is gone again"));
    if (!secret.tags().entrySet().containsAll(tags.entrySet())) {
      store.tag(name, tags);
    }
    Optional<SecretValue> present = store.value(name);
    if (present.filter(it -> it.saysTheSameAs(value)).isPresent()) {
      return new Written(secret.arn(), Written.Outcome.LEFT_ALONE);
    }
    String replaced = present.map(SecretValue::version).orElse("");
    store.put(name, value, RequestToken.of(name, value, replaced));
    return new Written(secret.arn(), Written.Outcome.UPDATED);
  }
}
