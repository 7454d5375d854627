package dev.slipway.activities.secrets;

import dev.slipway.activities.secrets.SecretClaim.State;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings the secrets of one cluster to the wanted value and tags, and leaves others' alone. */
final class SecretWriter {
  private final SecretStore store;
  private final SecretClaims claims;
  private final Map<String, String> tags;

  SecretWriter(SecretStore store, Platform platform) {
    this.store = store;
    this.claims = new SecretClaims(store, platform);
    this.tags = new TreeMap<>(platform.config().tags());
    this.tags.put(StoredSecret.OWNER_TAG, platform.target().cluster().toString());
  }

  SecretClaim requireClaim(String name) {
    SecretClaim claim = claims.look(name);
    if (claim.state() == State.FOREIGN) {
      throw FailureType.SECRET_OWNED.failure(claim.refusal());
    }
    return claim;
  }

  /** Returns the secret's ARN. */
  String write(String name, String subject, String value) {
    String description = "Secret created for " + subject + " of CNOE AWS Reference Implementation";
    SecretClaim claim = requireClaim(name);
    if (claim.state() == State.FREE) {
      Optional<String> created = store.create(name, description, value, tags);
      if (created.isPresent()) {
        return created.get();
      }
      claim = requireClaim(name);
    }
    if (claim.state() == State.RESTORABLE) {
      store.restore(name);
    }
    return converge(name, value);
  }

  private String converge(String name, String value) {
    StoredSecret secret =
        store
            .find(name)
            .orElseThrow(
                () -> FailureType.AWS_UNAVAILABLE.failure("secret " + name + " is gone again"));
    if (!secret.tags().entrySet().containsAll(tags.entrySet())) {
      store.tag(name, tags);
    }
    Optional<SecretValue> present = store.value(name);
    if (present.filter(it -> it.saysTheSameAs(value)).isEmpty()) {
      store.put(name, value, present.map(SecretValue::version).orElse(""));
    }
    return secret.arn();
  }
}
