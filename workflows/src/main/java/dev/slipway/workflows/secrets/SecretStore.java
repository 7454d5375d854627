package dev.slipway.workflows.secrets;

import java.util.Map;
import java.util.Optional;

/** Secrets Manager in one account and region, one method a call. */
public interface SecretStore {

  /** Also finds a secret inside its deletion window. */
  Optional<StoredSecret> find(String name);

  /** Empty where the secret has no value yet. */
  Optional<SecretValue> value(String name);

  /**
   * The atomic claim.
   *
   * @param token makes a repeated call the same one
   * @return the ARN; empty where somebody was faster
   */
  Optional<String> create(NewSecret secret, String token);

  /** Writes a new version, unless this token has written this value before. */
  void put(String name, String value, String token);

  /** Takes a secret out of its deletion window. */
  void restore(String name);

  /** Adds and changes tags; others stay. */
  void tag(String name, Map<String, String> tags);
}
