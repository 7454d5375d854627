package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.OwnedRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How External DNS was started. */
record DnsFlags(List<String> flags) {
  String owner() {
    return first("txt-owner-id").orElse("default");
  }

  /** What stands before a host in the name of its TXT record. */
  String prefix() {
    return first("txt-prefix").orElse("").replace("%{record_type}", "a");
  }

  boolean removes() {
    return first("policy").orElse("sync").equals("sync");
  }

  boolean covers(String zone) {
    return all("zone-id-filter").allMatch(id -> zone.replace("/hostedzone/", "").equals(id));
  }

  boolean isInDomain(String host) {
    List<String> domains = all("domain-filter").toList();
    return domains.isEmpty()
        || domains.stream().anyMatch(it -> host.equals(it) || host.endsWith("." + it));
  }

  OwnedRecord record(String host, String target, String resource) {
    return new OwnedRecord(host, target, prefix(), owner(), resource);
  }

  private Optional<String> first(String flag) {
    return all(flag).findFirst();
  }

  private Stream<String> all(String flag) {
    String start = "--" + flag + "=";
    return flags.stream()
        .filter(it -> it.startsWith(start))
        .map(it -> it.substring(start.length()));
  }
}
