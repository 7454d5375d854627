package dev.slipway.activities.argocd;

import static dev.slipway.activities.failure.KubernetesFailures.naming;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.argocd.diagnosis.Diagnostician;
import dev.slipway.activities.argocd.expected.AppSetChart;
import dev.slipway.activities.argocd.expected.ExpectedSet;
import dev.slipway.activities.argocd.expected.ValueComparison;
import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.externalsecrets.ForceSync;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.activity.Activity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Reads Argo CD's Applications, and asks for a sync. */
public final class ApplicationActivitiesImpl implements ApplicationActivities {
  private final ClusterAccess clusters;
  private final AppSetChart.Source charts;
  private final Clock clock;

  public ApplicationActivitiesImpl(ClusterAccess clusters, AppSetChart.Source charts, Clock clock) {
    this.clusters = clusters;
    this.charts = charts;
    this.clock = clock;
  }

  @Override
  public Picture observeApplications(ObserveRequest request) {
    KubernetesClient client = clusters.client(request.target());
    List<JsonNode> seen = naming("Applications", () -> expected(request, client));
    Observation observation = new Observation(request, picture(seen));
    if (observation.isNews()) {
      return observation.picture();
    }
    int attempt = Activity.getExecutionContext().getInfo().getAttempt();
    if (ForceSync.isDue(attempt)) {
      new WakeUp(client, clock).wake(Sleepers.among(seen));
    }
    throw FailureType.UNCHANGED.benign(observation.summary(), nextLook(observation, attempt));
  }

  private static Duration nextLook(Observation observation, int attempt) {
    Duration next = NextLook.after(attempt, ThreadLocalRandom.current().nextDouble());
    Instant seenAt = observation.picture().seenAt();
    return observation
        .due()
        .map(due -> Duration.between(seenAt, due))
        .filter(due -> due.compareTo(next) < 0)
        .orElse(next);
  }

  @Override
  public List<ExpectedApplication> expectApplications(Platform platform) {
    try (AppSetChart chart = charts.open(platform)) {
      return new ExpectedSet(chart, platform).applications();
    }
  }

  @Override
  public List<Diagnosis> diagnoseApplications(Target target, List<String> names) {
    Diagnostician diagnostician = new Diagnostician(clusters.client(target));
    Map<String, JsonNode> seen =
        naming("Applications", () -> applications(target).list()).stream()
            .collect(toMap(Applications::name, identity()));
    return names.stream()
        .map(name -> diagnosis(name, Optional.ofNullable(seen.get(name)), diagnostician))
        .toList();
  }

  @Override
  public List<String> compareBootstrapValues(Platform platform) {
    Applications applications = applications(platform.target());
    String cluster = platform.config().clusterName();
    try (AppSetChart chart = charts.open(platform)) {
      return AddonGraph.BOOTSTRAP.stream()
          .flatMap(addon -> differences(addon, cluster, chart, applications))
          .toList();
    }
  }

  private static Stream<String> differences(
      String addon, String cluster, AppSetChart chart, Applications applications) {
    String name = addon + "-" + cluster;
    Optional<JsonNode> application =
        naming("Application argocd/" + name, () -> applications.find(name));
    return ValueComparison.differences(addon, chart.values(addon), application).stream();
  }

  private static Diagnosis diagnosis(
      String name, Optional<JsonNode> seen, Diagnostician diagnostician) {
    return new Diagnosis(
        name,
        seen.map(diagnostician::faults)
            .orElse(List.of("Application argocd/" + name + " does not exist")));
  }

  private static List<JsonNode> expected(ObserveRequest request, KubernetesClient client) {
    return new Applications(client)
        .list().stream()
            .filter(seen -> request.expected().contains(Applications.name(seen)))
            .sorted(Comparator.comparing(Applications::name))
            .toList();
  }

  private Picture picture(List<JsonNode> seen) {
    List<Application> applications = seen.stream().map(ApplicationReading::of).toList();
    return new Picture(
        clock.instant(),
        PictureDigest.ofOutline(applications),
        PictureDigest.of(applications),
        applications);
  }

  private Applications applications(Target target) {
    return new Applications(clusters.client(target));
  }
}
