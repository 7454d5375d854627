package dev.slipway.activities;

import static java.util.Objects.requireNonNull;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.eks.EksClusterAccess;
import java.time.Clock;

/** What the activities work on; the sandbox puts stand-ins here. */
public record World(AwsClients aws, ClusterAccess clusters, Clock clock) {
  private static final String USER_AGENT = "slipway";

  public World {
    requireNonNull(aws, "aws");
    requireNonNull(clusters, "clusters");
    requireNonNull(clock, "clock");
  }

  /** AWS with the worker's own identity, and EKS clusters. */
  public static World real(ActivitySettings settings) {
    return of(new AwsClients(settings.aws()), settings);
  }

  /** EKS clusters behind the given AWS. */
  public static World of(AwsClients aws, ActivitySettings settings) {
    Clock clock = Clock.systemUTC();
    return new World(
        aws, new EksClusterAccess(aws, settings.tokenRenewal(), USER_AGENT, clock), clock);
  }
}
