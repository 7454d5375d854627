package dev.slipway.e2e.bed.cloud;

import dev.slipway.e2e.bed.aws.AwsClients;
import java.util.List;
import java.util.stream.Stream;

/** The account of one cluster, as its controllers and a test see it. */
public final class Cloud implements AutoCloseable {
  private final Balancers balancers;
  private final TargetGroups targetGroups;
  private final SecurityGroups securityGroups;
  private final Disks disks;
  private final OwnedRecords records;
  private final Buckets buckets;

  public Cloud(AwsClients clients) {
    targetGroups = new TargetGroups(clients.balancers());
    securityGroups = new SecurityGroups(clients.ec2());
    balancers = new Balancers(clients, targetGroups, securityGroups);
    disks = new Disks(clients.ec2());
    records = new OwnedRecords(clients.route53());
    buckets = new Buckets(clients);
  }

  public Balancers balancers() {
    return balancers;
  }

  public TargetGroups targetGroups() {
    return targetGroups;
  }

  public SecurityGroups securityGroups() {
    return securityGroups;
  }

  public Disks disks() {
    return disks;
  }

  public OwnedRecords records() {
    return records;
  }

  public Buckets buckets() {
    return buckets;
  }

  /** A line for each thing that a controller has made, such as {@code balancer cnoe-alpha}. */
  public List<String> things() {
    return Stream.of(
            named("balancer", balancers.names()),
            named("target group", targetGroups.names()),
            named("security group", securityGroups.names()),
            named("volume", disks.claims()),
            named("record", records.names()),
            named("bucket", buckets.names()))
        .flatMap(lines -> lines)
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    balancers.close();
    targetGroups.close();
    securityGroups.close();
    disks.close();
    records.close();
  }

  private static Stream<String> named(String kind, List<String> names) {
    return names.stream().map(name -> kind + " " + name);
  }
}
