package dev.slipway.workflows.secrets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets of an account in a map; remembers what was changed, and with which token. */
final class SecretsInMemory implements SecretStore {
  final List<String> done = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private Runnable meanwhile = () -> {};

  /** One secret. */
  private static final class Secret {
    private String value;
    private int version = 1;
    private boolean inDeletion;
    private final Map<String, String> tags = new TreeMap<>();
  }

  SecretsInMemory holds(String name, String value, Map<String, String> tags) {
    Secret secret = new Secret();
    secret.value = value;
    secret.tags.putAll(tags);
    secrets.put(name, secret);
    return this;
  }

  SecretsInMemory inDeletion(String name) {
    secrets.get(name).inDeletion = true;
    return this;
  }

  /** Somebody does this between the look and the claim. */
  void beforeCreate(Runnable other) {
    meanwhile = other;
  }

  Map<String, String> tags(String name) {
    return secrets.get(name).tags;
  }

  @Override
  public Optional<StoredSecret> find(String name) {
    return Optional.ofNullable(secrets.get(name))
        .map(secret -> new StoredSecret("arn:" + name, name, secret.tags, secret.inDeletion));
  }

  @Override
  public Optional<SecretValue> value(String name) {
    Secret secret = secrets.get(name);
    if (secret == null || secret.value == null) {
      return Optional.empty();
    }
    if (secret.inDeletion) {
      throw new IllegalStateException("The value of " + name + " cannot be read");
    }
    return Optional.of(new SecretValue(secret.value, "v" + secret.version, Instant.EPOCH));
  }

  @Override
  public Optional<String> create(NewSecret secret, String token) {
    meanwhile.run();
    if (secrets.containsKey(secret.name())) {
      return Optional.empty();
    }
    holds(secret.name(), secret.value(), secret.tags());
    note("create", token);
    return Optional.of("arn:" + secret.name());
  }

  @Override
  public void put(String name, String value, String token) {
    secrets.get(name).value = value;
    secrets.get(name).version++;
    note("put", token);
  }

  @Override
  public void restore(String name) {
    secrets.get(name).inDeletion = false;
    done.add("restore");
  }

  @Override
  public void tag(String name, Map<String, String> tags) {
    secrets.get(name).tags.putAll(tags);
    done.add("tag");
  }

  private void note(String what, String token) {
    done.add(what);
    tokens.add(token);
  }
}
