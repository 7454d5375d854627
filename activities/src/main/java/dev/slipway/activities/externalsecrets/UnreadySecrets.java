package dev.slipway.activities.externalsecrets;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ExternalSecrets whose source was not there when External Secrets looked last. */
public final class UnreadySecrets {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadySecrets.class);

  private final ExternalSecrets externalSecrets;
  private final Clock clock;

  public UnreadySecrets(KubernetesClient client, Clock clock) {
    this.externalSecrets = new ExternalSecrets(client);
    this.clock = clock;
  }

  /**
   * Asks External Secrets to look again now at those of the named ones that it has looked at and
   * that are not ready: one request, and one for each of them.
   *
   * @param names as {@code namespace/name}
   */
  public void refresh(Set<String> names) {
    if (names.isEmpty()) {
      return;
    }
    String value = ForceSync.value(clock.instant());
    externalSecrets.readAll().stream()
        .filter(secret -> names.contains(secret.place()))
        .filter(secret -> secret.hasStatus() && !secret.isReady())
        .forEach(
            secret -> {
              externalSecrets.forceSync(secret.namespace(), secret.name(), value);
              LOG.info("Asked to refresh {}", secret.place());
            });
  }
}
