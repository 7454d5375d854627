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
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LookAgain;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.News;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.applications.PlatformHealth;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.temporal.activity.Activity;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<KubernetesObject> seen = naming("Applications", () -> expected(request, client));
    Picture picture = picture(seen);
    PlatformHealth health = PlatformHealth.of(picture, request.expected());
    News news = News.of(request.known(), picture, health.isUp());
    if (news.isDue()) {
      return picture;
    }
    int attempt = Activity.getExecutionContext().getInfo().getAttempt();
    if (ForceSync.isDue(attempt)) {
      new WakeUp(client, clock).wake(Sleepers.among(seen));
    }
    throw FailureType.UNCHANGED.benign(health.summary(), news.nextLook(LookAgain.after(attempt)));
  }

  @Override
  public List<ExpectedApplication> expectApplications(Platform platform) {
    try (AppSetChart chart = charts.open(platform)) {
      return new ExpectedSet(chart, platform).applications();
    }
  }

  @Override
  public List<Diagnosis> diagnoseApplications(Target target, List<String> names) {
    KubernetesClient client = clusters.client(target);
    Diagnostician diagnostician = new Diagnostician(client);
    Generators generators = new Generators(client);
    Map<String, KubernetesObject> seen =
        naming("Applications", () -> new Applications(client).list()).stream()
            .collect(toMap(KubernetesObject::name, identity()));
    return names.stream()
        .map(
            name ->
                new Diagnosis(
                    name,
                    seen.containsKey(name)
                        ? diagnostician.faults(seen.get(name))
                        : generators.faultsOf(name)))
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
        naming(ArgoCd.application(name), () -> applications.find(name))
            .map(KubernetesObject::content);
    return ValueComparison.differences(addon, chart.values(addon), application).stream();
  }

  private static List<KubernetesObject> expected(ObserveRequest request, KubernetesClient client) {
    return new Applications(client)
        .list().stream()
            .filter(seen -> request.expected().contains(seen.name()))
            .sorted(Comparator.comparing(KubernetesObject::name))
            .toList();
  }

  private Picture picture(List<KubernetesObject> seen) {
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
