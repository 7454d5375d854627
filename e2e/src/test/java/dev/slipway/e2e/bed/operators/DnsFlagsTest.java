package dev.slipway.e2e.bed.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DnsFlagsTest {
  private final DnsFlags flags =
      new DnsFlags(
          List.of(
              "--txt-owner-id=cnoe-alpha-us-west-2",
              "--txt-prefix=cnoe-%{record_type}.",
              "--policy=sync",
              "--domain-filter=alpha.example.org",
              "--zone-id-filter=Z1"));

  @Test
  void takesOnlyHostsOfItsDomain() {
    assertThat(flags.isInDomain("alpha.example.org")).isTrue();
    assertThat(flags.isInDomain("argocd.alpha.example.org")).isTrue();
    assertThat(flags.isInDomain("otheralpha.example.org")).isFalse();
  }

  @Test
  void takesOnlyItsZone() {
    assertThat(flags.covers("Z1")).isTrue();
    assertThat(flags.covers("/hostedzone/Z1")).isTrue();
    assertThat(flags.covers("/hostedzone/Z2")).isFalse();
  }

  @Test
  void marksRecordsAsItsOwn() {
    assertThat(flags.record("a.alpha.example.org", "lb", "ingress/a/b").prefix())
        .isEqualTo("cnoe-a.");
    assertThat(flags.record("a.alpha.example.org", "lb", "ingress/a/b").owner())
        .isEqualTo("cnoe-alpha-us-west-2");
  }

  @Test
  void keepsRecordsWhereItMayOnlyAdd() {
    assertThat(flags.removes()).isTrue();
    assertThat(new DnsFlags(List.of("--policy=upsert-only")).removes()).isFalse();
  }
}
