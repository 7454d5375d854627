package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.OwnedRecord;
import dev.slipway.e2e.bed.cloud.OwnedRecords;
import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * While External DNS's pod runs: the hosts of ingresses that have an address have records, which it
 * marks as its own, as the flags of its Deployment say. What somebody else removed it makes again
 * within a minute.
 */
final class ExternalDns implements StandIn {
  private static final String NAME = "external-dns";
  private static final int PASSES_A_MINUTE = 85;
  private final KubernetesClient client;
  private final OwnedRecords records;
  private Set<OwnedRecord> last = Set.of();
  private int passes = -1;

  ExternalDns(KubernetesClient client, OwnedRecords records) {
    this.client = client;
    this.records = records;
  }

  @Override
  public void act(Set<String> live) {
    if (!live.contains(NAME)) {
      passes = -1;
      return;
    }
    flags().ifPresent(this::sync);
  }

  private void sync(DnsFlags flags) {
    Map<String, OwnedRecord> byHost =
        client.network().v1().ingresses().inAnyNamespace().list().getItems().stream()
            .filter(ingress -> ingress.getMetadata().getDeletionTimestamp() == null)
            .flatMap(ingress -> wanted(ingress, flags))
            .sorted(Comparator.comparing(OwnedRecord::resource))
            .collect(Collectors.toMap(OwnedRecord::host, it -> it, (first, other) -> first));
    Set<OwnedRecord> wanted = Set.copyOf(byHost.values());
    passes = wanted.equals(last) ? passes + 1 : 0;
    if (passes % PASSES_A_MINUTE == 0) {
      records.zones().stream()
          .filter(zone -> flags.covers(zone.id()))
          .findFirst()
          .ifPresent(zone -> write(zone.id(), flags, wanted));
      last = wanted;
    }
  }

  private void write(String zone, DnsFlags flags, Set<OwnedRecord> wanted) {
    wanted.forEach(record -> records.put(zone, record));
    if (flags.removes()) {
      records.of(zone, flags.owner()).stream()
          .filter(text -> wanted.stream().noneMatch(record -> isFor(text, record)))
          .forEach(text -> records.remove(zone, text, flags.prefix()));
    }
  }

  private static boolean isFor(ResourceRecordSet text, OwnedRecord record) {
    return text.name().equals(record.prefix() + record.host() + ".");
  }

  private static Stream<OwnedRecord> wanted(Ingress ingress, DnsFlags flags) {
    List<IngressLoadBalancerIngress> addresses = ingress.getStatus().getLoadBalancer().getIngress();
    String resource =
        "ingress/%s/%s"
            .formatted(ingress.getMetadata().getNamespace(), ingress.getMetadata().getName());
    return ingress.getSpec().getRules().stream()
        .filter(rule -> rule.getHost() != null && flags.isInDomain(rule.getHost()))
        .flatMap(
            rule ->
                addresses.stream()
                    .limit(1)
                    .map(it -> flags.record(rule.getHost(), it.getHostname(), resource)));
  }

  private Optional<DnsFlags> flags() {
    return client.apps().deployments().inAnyNamespace().list().getItems().stream()
        .filter(ExternalDns::isExternalDns)
        .map(it -> it.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
        .map(DnsFlags::new)
        .findFirst();
  }

  private static boolean isExternalDns(Deployment deployment) {
    return NAME.equals(
        deployment.getSpec().getSelector().getMatchLabels().get("app.kubernetes.io/name"));
  }
}
