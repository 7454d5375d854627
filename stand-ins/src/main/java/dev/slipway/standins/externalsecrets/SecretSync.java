package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes each ExternalSecret into its Secret, when that is due. */
final class SecretSync {
  private static final String GROUP = "external-secrets.io";
  private static final String FINALIZER =
      "externalsecrets.external-secrets.io/externalsecret-cleanup";
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

  private final ClusterObjects cluster;
  private final Stores stores;
  private final Reports reports;
  private final Clock clock;
  private final Map<String, Look> looks = new HashMap<>();

  /** What was seen at the last look, and when to look again without a reason. */
  private record Look(String asked, Instant next, int failures) {}

  SecretSync(ClusterObjects cluster, Stores stores, Reports reports, Clock clock) {
    this.cluster = cluster;
    this.stores = stores;
    this.reports = reports;
    this.clock = clock;
  }

  void reconcile() {
    cluster.list(GROUP, "externalsecrets").forEach(this::reconcile);
  }

  private void reconcile(ObjectNode externalSecret) {
    ObjectMeta meta = ObjectMeta.of(externalSecret);
    ObjectKey key = new ObjectKey(GROUP, "externalsecrets", meta.namespace(), meta.name());
    if (meta.isDeleted()) {
      cluster.change(key, found -> found.withObject("/metadata").remove("finalizers"));
      return;
    }
    if (!isDue(externalSecret)) {
      return;
    }
    hold(key, meta);
    try {
      sync(externalSecret);
      reports.refreshed(key);
      remember(externalSecret, 0, interval(externalSecret));
    } catch (NotProvided e) {
      reports.failed(key, e.getMessage());
      Look last = looks.get(meta.uid());
      int failures = last == null ? 0 : last.failures();
      Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      remember(externalSecret, failures + 1, pause);
    }
  }

  private void sync(ObjectNode externalSecret) {
    TargetSecret target = new TargetSecret(externalSecret);
    boolean once = externalSecret.at("/spec/refreshPolicy").asText().equals("CreatedOnce");
    if (once && cluster.find(target.key()).isPresent()) {
      return;
    }
    Map<String, String> values =
        externalSecret.at("/spec/dataFrom").isEmpty()
            ? stores.of(externalSecret).read(externalSecret)
            : new Passwords(cluster).make(externalSecret);
    cluster.put(target.of(values));
  }

  /** It was changed, its Secret is gone, or its time has come. */
  private boolean isDue(ObjectNode externalSecret) {
    Look last = looks.get(ObjectMeta.of(externalSecret).uid());
    return last == null
        || !last.asked().equals(asked(externalSecret))
        || !clock.instant().isBefore(last.next())
        || (last.failures() == 0 && cluster.find(new TargetSecret(externalSecret).key()).isEmpty());
  }

  private void remember(ObjectNode externalSecret, int failures, Duration pause) {
    looks.put(
        ObjectMeta.of(externalSecret).uid(),
        new Look(asked(externalSecret), clock.instant().plus(pause), failures));
  }

  private void hold(ObjectKey key, ObjectMeta meta) {
    if (!meta.finalizers().contains(FINALIZER)) {
      cluster.change(
          key, found -> found.withObject("/metadata").withArray("finalizers").add(FINALIZER));
    }
  }

  private static String asked(JsonNode externalSecret) {
    JsonNode metadata = externalSecret.path("metadata");
    return metadata.path("generation")
        + " "
        + metadata.path("annotations")
        + metadata.path("labels");
  }

  private static Duration interval(JsonNode externalSecret) {
    String interval = externalSecret.at("/spec/refreshInterval").asText("1h");
    return Duration.parse("PT" + interval.toUpperCase(Locale.ROOT));
  }
}
