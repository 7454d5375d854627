package dev.slipway.e2e.bed.cloud;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Records in hosted zones that say by a TXT record beside them who has made them. */
public final class OwnedRecords implements AutoCloseable {
  private static final String ZONE_OF_BALANCERS = "Z18D5FSROUN65G";
  private final Route53Client client;

  OwnedRecords(Route53Client client) {
    this.client = client;
  }

  /** Id and name of each hosted zone. */
  public List<HostedZone> zones() {
    return client.listHostedZones().hostedZones();
  }

  /** Makes or changes a record and its owner's. */
  public void put(String zone, OwnedRecord owned) {
    change(zone, ChangeAction.UPSERT, Stream.of(address(owned), owner(owned)));
  }

  /** The records of an owner: the name of each, as its TXT record tells it. */
  public List<ResourceRecordSet> of(String zone, String owner) {
    return all(zone)
        .filter(set -> set.type() == RRType.TXT)
        .filter(set -> value(set).contains("external-dns/owner=" + owner + ","))
        .toList();
  }

  /** Removes an owner's TXT record and the address that it stands beside. */
  public void remove(String zone, ResourceRecordSet text, String prefix) {
    String name = text.name().substring(prefix.length());
    Stream<ResourceRecordSet> address =
        all(zone).filter(set -> set.type() == RRType.A && set.name().equals(name));
    change(zone, ChangeAction.DELETE, Stream.concat(address, Stream.of(text)));
  }

  /** Type and name of each record but a zone's own. */
  public List<String> names() {
    return zones().stream()
        .flatMap(zone -> all(zone.id()))
        .filter(set -> set.type() == RRType.A || set.type() == RRType.TXT)
        .map(set -> set.type() + " " + set.name())
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }

  private Stream<ResourceRecordSet> all(String zone) {
    return client.listResourceRecordSets(it -> it.hostedZoneId(zone)).resourceRecordSets().stream();
  }

  private void change(String zone, ChangeAction action, Stream<ResourceRecordSet> sets) {
    List<Change> changes =
        sets.map(set -> Change.builder().action(action).resourceRecordSet(set).build()).toList();
    client.changeResourceRecordSets(
        it -> it.hostedZoneId(zone).changeBatch(batch -> batch.changes(changes)));
  }

  private static ResourceRecordSet address(OwnedRecord owned) {
    return ResourceRecordSet.builder()
        .name(owned.host())
        .type(RRType.A)
        .aliasTarget(
            it ->
                it.dnsName(owned.target())
                    .hostedZoneId(ZONE_OF_BALANCERS)
                    .evaluateTargetHealth(true))
        .build();
  }

  private static ResourceRecordSet owner(OwnedRecord owned) {
    return ResourceRecordSet.builder()
        .name(owned.prefix() + owned.host())
        .type(RRType.TXT)
        .ttl(300L)
        .resourceRecords(ResourceRecord.builder().value(owned.heritage()).build())
        .build();
  }

  private static String value(ResourceRecordSet set) {
    return set.resourceRecords().toString();
  }
}
