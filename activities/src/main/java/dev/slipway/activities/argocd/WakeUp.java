package dev.slipway.activities.argocd;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.externalsecrets.UnreadySecrets;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.applications.Application;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Argo CD and External Secrets to do now what they would do when their own retries come. */
final class WakeUp {
  private static final Logger LOG = LoggerFactory.getLogger(WakeUp.class);

  private final Applications applications;
  private final UnreadySecrets secrets;
  private final Clock clock;

  WakeUp(KubernetesClient client, Clock clock) {
    applications = new Applications(client);
    secrets = new UnreadySecrets(client, clock);
    this.clock = clock;
  }

  /** Not being able to ask costs time and nothing else, so it never fails a look. */
  void wake(List<KubernetesObject> sleepers) {
    try {
      secrets.refresh(externalSecrets(sleepers));
      sleepers.forEach(this::wake);
    } catch (KubernetesClientException e) {
      LOG.warn("Sleeping applications could not be woken", e);
    }
  }

  private void wake(KubernetesObject application) {
    Optional<JsonNode> patch =
        retriesLater(application)
            ? SyncRequest.patch(application)
            : SyncRequest.comparison(application, clock.instant());
    patch
        .filter(wanted -> applications.patch(application.name(), wanted))
        .ifPresent(wanted -> LOG.info("Asked Argo CD to go on with {}", application.name()));
  }

  private static boolean retriesLater(KubernetesObject application) {
    Application reading = ApplicationReading.of(application);
    return reading.retrying()
        || "Failed".equals(reading.operation())
        || "Error".equals(reading.operation())
        || (reading.error() != null && reading.error().startsWith("ComparisonError"));
  }

  /** As {@code namespace/name}. */
  private static Set<String> externalSecrets(List<KubernetesObject> applications) {
    return applications.stream()
        .flatMap(
            application ->
                StreamSupport.stream(
                    application.status().path("resources").spliterator(), /* parallel= */ false))
        .filter(resource -> resource.path("kind").asText().equals("ExternalSecret"))
        .map(resource -> resource.path("namespace").asText() + "/" + resource.path("name").asText())
        .collect(toSet());
  }
}
