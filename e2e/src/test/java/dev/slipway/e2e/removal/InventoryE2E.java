package dev.slipway.e2e.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.variants.CommandLineUser;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.wire.Payloads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the command says of an installation among strangers, and that it only looks. */
@ExtendWith(BedExtension.class)
final class InventoryE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int NOT_ALL_KNOWN = 10;
  private static final int BLOCKED = 11;

  @Test
  void callsNothingOursThatIsAStrangersAndChangesNothing(Bed bed) throws Exception {
    Cluster alpha = bed.cluster("alpha");
    CommandLineUser user = installed(bed, alpha);
    alpha.apply(Strangers.YAML);
    int writes = bed.aws().calls(AwsCall::isWrite).size();
    Instant begun = Instant.now();

    Inventory inventory = answer(user.run("inventory", "-o", "json"), Inventory.class);
    long requests = alpha.audit().count(event -> isOurs(event, begun));
    Duration took = Duration.between(begun, Instant.now());
    RemovalPlan plan = answer(user.run("uninstall", "--dry-run", "-o", "json"), RemovalPlan.class);

    System.out.printf(
        "Inventory: %d holdings, %d characters, %d ms, %d requests%n",
        inventory.holdings().size(),
        Payloads.mapper().writeValueAsString(inventory).length(),
        took.toMillis(),
        requests);
    System.out.println(user.run("inventory").output());
    System.out.println(user.run("uninstall", "--dry-run").output());
    assertThat(inventory.holdings())
        .filteredOn(holding -> holding.subject().toString().contains("of-a-team"))
        .isNotEmpty()
        .allMatch(holding -> holding.belonging().is(Ownership.NOT_OURS));
    assertThat(inventory.holdings())
        .filteredOn(holding -> holding.subject().toString().contains("rollouts.argoproj.io"))
        .extracting(holding -> holding.belonging().ownership())
        .containsOnly(Ownership.NOT_OURS);
    assertThat(unsure(inventory)).isEmpty();
    assertThat(inventory.unread()).isEmpty();
    assertThat(plan.waves()).isNotEmpty();
    assertThat(plan.blockers()).isEmpty();
    assertThat(alpha.audit().events(event -> isOurs(event, begun) && event.isWrite())).isEmpty();
    assertThat(bed.aws().calls(AwsCall::isWrite)).hasSize(writes);
  }

  @Test
  void callsUnknownWhatItMayNotSeeAndShowsTheRest(Bed bed) throws Exception {
    Cluster alpha = bed.cluster("alpha");
    alpha.apply(AllButNetworking.BEFORE);
    alpha.tokens().callersAreIn(AllButNetworking.GROUP);
    CommandLineUser user = installed(bed, alpha);
    alpha.apply(AllButNetworking.ROLE);
    bed.aws().fail(Fault.accessDenied("DescribeSecret", Fault.SLIPWAY));

    Tool.Result said = user.run("inventory", "-o", "json");
    Inventory inventory = answer(said, Inventory.class);
    Tool.Result plan = user.run("uninstall", "--dry-run", "-o", "json");

    assertThat(said.exitCode()).isEqualTo(NOT_ALL_KNOWN);
    assertThat(inventory.unread())
        .extracting(unread -> unread.subject().kind())
        .contains("Ingress", "NetworkPolicy", "secret")
        .doesNotContain("Application", "Namespace", "volume");
    assertThat(inventory.unread()).allMatch(unread -> unread.reason().startsWith("ACCESS_DENIED"));
    assertThat(inventory.holdings())
        .filteredOn(holding -> holding.presence() == Presence.GONE)
        .noneMatch(holding -> holding.subject().kind().equals("Ingress"));
    assertThat(plan.exitCode()).isEqualTo(BLOCKED);
    assertThat(answer(plan, RemovalPlan.class).blockers().toString()).contains("Ingress");
  }

  private static CommandLineUser installed(Bed bed, Cluster cluster) {
    Platform platform = Platform.on(bed, cluster);
    CommandLineUser user = CommandLineUser.of(platform, bed.sources());
    platform.slipway().worker();
    platform.operator().unattended().start().success(LIMIT);
    return user;
  }

  private static List<String> unsure(Inventory inventory) {
    return inventory.holdings().stream()
        .filter(holding -> holding.belonging().is(Ownership.PROBABLY_OURS))
        .map(Holding::toString)
        .toList();
  }

  private static boolean isOurs(AuditEvent event, Instant since) {
    return event.isByAwsCaller() && event.at().isAfter(since);
  }

  private static <T> T answer(Tool.Result said, Class<T> type) throws Exception {
    return Payloads.mapper().treeToValue(CommandLineUser.json(said), type);
  }
}
