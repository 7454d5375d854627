package dev.slipway.activities.externalsecrets;

import static dev.slipway.activities.failure.KubernetesFailures.naming;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LookAgain;
import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.ArgoCdExternalSecret;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.Platform;
import io.temporal.activity.Activity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks at what External Secrets made. The Secret itself is never touched: Argo CD lives by it. */
public final class ClusterSecretActivitiesImpl implements ClusterSecretActivities {
  private final ClusterAccess clusters;
  private final Function<Platform, ClusterSecret> forecast;
  private final Function<Platform, List<ArgoCdExternalSecret>> repositories;
  private final Clock clock;

  /**
   * Looks for what the packages bring.
   *
   * @param forecast what the cluster secret will say
   * @param repositories the ExternalSecrets that make credentials of Git repositories
   */
  public ClusterSecretActivitiesImpl(
      ClusterAccess clusters,
      Function<Platform, ClusterSecret> forecast,
      Function<Platform, List<ArgoCdExternalSecret>> repositories,
      Clock clock) {
    this.clusters = clusters;
    this.forecast = forecast;
    this.repositories = repositories;
    this.clock = clock;
  }

  @Override
  public ClusterSecret checkClusterSecret(Platform platform, Instant currentSince) {
    return naming(
        "cluster secret argocd/" + ArgoCdSecrets.CLUSTER, () -> check(platform, currentSince));
  }

  private ClusterSecret check(Platform platform, Instant currentSince) {
    ExternalSecrets externalSecrets = new ExternalSecrets(clusters.client(platform.target()));
    ClusterSecret expected = forecast.apply(platform);
    List<ArgoCdExternalSecret> others = repositories.apply(platform);
    List<ExternalSecretReading> readings = externalSecrets.read(names(others), currentSince);
    List<String> problems =
        new ArrayList<>(readings.stream().flatMap(reading -> reading.problem().stream()).toList());
    if (problems.isEmpty()) {
      problems.addAll(secretProblems(externalSecrets, expected, others));
    }
    if (problems.isEmpty()) {
      return expected;
    }
    int attempt = Activity.getExecutionContext().getInfo().getAttempt();
    if (ForceSync.isDue(attempt)) {
      askAgain(externalSecrets, readings);
    }
    throw FailureType.NOT_YET.benign(String.join("; ", problems), LookAgain.after(attempt));
  }

  private static List<String> secretProblems(
      ExternalSecrets externalSecrets, ClusterSecret expected, List<ArgoCdExternalSecret> others) {
    List<String> problems = new ArrayList<>();
    Optional<KubernetesObject> found = externalSecrets.secret(ArgoCdSecrets.CLUSTER);
    if (found.isEmpty()) {
      problems.add("Secret argocd/" + ArgoCdSecrets.CLUSTER + " does not exist");
    }
    List<String> differences =
        found.map(metadata -> differences(expected, metadata)).orElse(List.of());
    if (!differences.isEmpty()) {
      problems.add(
          "Secret argocd/" + ArgoCdSecrets.CLUSTER + ": " + String.join(", ", differences));
    }
    others.stream()
        .map(ArgoCdExternalSecret::secret)
        .filter(name -> externalSecrets.secret(name).isEmpty())
        .forEach(name -> problems.add("Secret argocd/" + name + " does not exist"));
    return problems;
  }

  private static List<String> names(List<ArgoCdExternalSecret> others) {
    List<String> names = new ArrayList<>(List.of(ArgoCdSecrets.CLUSTER_SOURCE));
    others.stream().map(ArgoCdExternalSecret::name).forEach(names::add);
    return names;
  }

  private static List<String> differences(ClusterSecret expected, KubernetesObject found) {
    List<String> differences =
        new ArrayList<>(Metadata.differences("label", expected.labels(), found.labels()));
    differences.addAll(
        Metadata.differences("annotation", expected.annotations(), found.annotations()));
    return differences;
  }

  /** One that the controller has never looked at would not be helped. */
  private void askAgain(ExternalSecrets externalSecrets, List<ExternalSecretReading> readings) {
    String value = ForceSync.value(clock.instant());
    boolean allReady = readings.stream().allMatch(ExternalSecretReading::isReady);
    readings.stream()
        .filter(ExternalSecretReading::hasStatus)
        .filter(reading -> allReady || !reading.isReady())
        .forEach(reading -> externalSecrets.forceSync(reading.namespace(), reading.name(), value));
  }
}
