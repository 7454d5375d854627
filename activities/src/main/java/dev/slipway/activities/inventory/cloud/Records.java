package dev.slipway.activities.inventory.cloud;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The DNS records that External DNS of this cluster has made, by the TXT record that it puts beside
 * each. Records of another owner, and without one, are none of ours.
 */
final class Records implements CloudKind {
  private static final Pattern OWNER = Pattern.compile("external-dns/owner=([^,\"]*)");
  private static final Pattern RESOURCE =
      Pattern.compile("external-dns/resource=(\\w+)/([^/,\"]+)/([^,\"]+)");

  private final Function<Target, Route53Client> clients;

  Records(Function<Target, Route53Client> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "record";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    if (question.hostedZone().isEmpty() || question.recordOwner().isEmpty()) {
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "the cluster does not tell which hosted zone its records are in, or how they are marked");
    }
    return AwsFailures.naming(
        "records of hosted zone " + question.hostedZone(),
        () ->
            clients
                .apply(target)
                .listResourceRecordSetsPaginator(call -> call.hostedZoneId(question.hostedZone()))
                .resourceRecordSets()
                .stream()
                .filter(record -> record.type() == RRType.TXT)
                .filter(
                    record -> find(OWNER, record, 1).equals(Optional.of(question.recordOwner())))
                .map(record -> holding(record, question))
                .toList());
  }

  /** The TXT record stands for the one beside it, which goes with it. */
  private Holding holding(ResourceRecordSet record, CloudQuestion question) {
    List<Tie> ties =
        find(RESOURCE, record, 1).stream()
            .map(kind -> madeFor(kind, record))
            .map(other -> new Tie(Tie.Sort.STANDS_FOR, other))
            .toList();
    Belonging belonging =
        new Belonging(
            Ownership.OURS, "External DNS marks it as " + question.recordOwner(), null, null);
    return new Holding(
        Subject.aws(kind(), question.hostedZone(), record.name()),
        question.hostedZone() + "/" + record.name() + "/TXT",
        Presence.HERE,
        belonging,
        ties,
        List.of(),
        List.of());
  }

  private static Subject madeFor(String kind, ResourceRecordSet record) {
    boolean isIngress = kind.equals("ingress");
    return new Subject(
        isIngress ? "networking.k8s.io" : "",
        isIngress ? "Ingress" : "Service",
        find(RESOURCE, record, 2).orElse(""),
        find(RESOURCE, record, 3).orElse(""));
  }

  private static Optional<String> find(Pattern pattern, ResourceRecordSet record, int group) {
    return record.resourceRecords().stream()
        .map(ResourceRecord::value)
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(group))
        .findFirst();
  }
}
