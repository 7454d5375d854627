package dev.slipway.workflows.install;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.contract.ClusterSecretActivities;
import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.ManifestActivities;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.contract.ReleaseActivities;
import dev.slipway.workflows.contract.UrlActivities;
import dev.slipway.workflows.contract.VisibilityActivities;
import dev.slipway.workflows.contract.WorkloadActivities;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A world with named switches that remembers what was done to it. */
final class FakeWorld
    implements PreflightActivities,
        OwnershipActivities,
        ConfigSecretsActivities,
        ReleaseActivities,
        WorkloadActivities,
        ManifestActivities,
        ClusterSecretActivities,
        ApplicationActivities,
        UrlActivities,
        VisibilityActivities {
  static final PlatformConfig CONFIG =
      new PlatformConfig(
          new PlatformConfig.Repo("https://git.example.org/packages", "main", "packages"),
          "idp",
          true,
          "eu-west-3",
          "idp.example.org",
          "Z0123456789ABCDEFGHIJ",
          true,
          "cnoe-ref-impl/idp",
          Map.of());

  final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> blockers = new ArrayList<>();
  private final AtomicInteger chartVersion = new AtomicInteger(1);
  private final AtomicInteger awsDownFor = new AtomicInteger();
  private final AtomicInteger apiServerDownFor = new AtomicInteger();
  private volatile String clusterSecretMessage;
  private volatile String neverHealthy;
  private volatile String ownedBy;
  private volatile Owner holder;
  private volatile String leaseDigest;
  private volatile int applications = 2;
  private final AtomicInteger looks = new AtomicInteger();

  void warns(String subject, String message) {
    warnings.add(new Finding(subject, message));
  }

  void blocks(String subject, String message) {
    blockers.add(new Finding(subject, message));
  }

  void awsUnavailableForAttempts(int attempts) {
    awsDownFor.set(attempts);
  }

  void nextChartVersion() {
    chartVersion.incrementAndGet();
  }

  void apiServerDownForAttempts(int attempts) {
    apiServerDownFor.set(attempts);
  }

  void clusterSecretNeverReady(String message) {
    clusterSecretMessage = message;
  }

  void neverHealthy(String application) {
    neverHealthy = application;
  }

  void applications(int count) {
    applications = count;
  }

  /** Whoever asks holds the Lease, under this plan. */
  void leaseUnder(String planDigest) {
    leaseDigest = planDigest;
  }

  void ownedBy(String owner) {
    ownedBy = owner;
  }

  @Override
  public Platform takeSnapshot(SnapshotRequest request) {
    return new Platform(request.target(), CONFIG, new Packages("digest-of-packages", null));
  }

  @Override
  public Examination examine(ExamineRequest request) {
    if (awsDownFor.getAndDecrement() > 0) {
      throw FailureType.AWS_UNAVAILABLE.failure("Rate exceeded");
    }
    String version = "chart version " + chartVersion;
    return new Examination(
        new Plan(
            request.platform().target().cluster(),
            List.of(new Fact("domain", request.platform().config().domain())),
            List.of(Change.of(Action.CREATE, "release argocd", version)),
            warnings,
            "d1ce5700000" + chartVersion),
        blockers);
  }

  @Override
  public void claimCluster(Target target, Owner owner, String planDigest) {
    if (ownedBy != null) {
      throw FailureType.CLUSTER_OWNED.failure("the cluster is owned by " + ownedBy);
    }
    holder = owner;
    leaseDigest = planDigest;
    done.add("claim");
  }

  @Override
  public boolean holdsCluster(Target target, Owner owner, String planDigest) {
    return (holder == null || holder.equals(owner)) && planDigest.equals(leaseDigest);
  }

  @Override
  public void releaseCluster(Target target, Owner owner) {
    leaseDigest = null;
    done.add("release");
  }

  @Override
  public void openInstallationRecord(Platform platform, Approval approval) {
    done.add("record approval of " + approval.approver());
  }

  @Override
  public void completeInstallationRecord(Platform platform, InstalledParts parts) {
    done.add("record outcome");
  }

  @Override
  public ConfigSecrets createConfigSecrets(Platform platform, CredentialsSource credentials) {
    done.add("secrets");
    return new ConfigSecrets("arn:config", "arn:github-app", Instant.EPOCH);
  }

  @Override
  public Release installRelease(Platform platform, BootstrapRelease release) {
    done.add("helm " + release.releaseName());
    return new Release(release.releaseName(), release.namespace(), "1.0.0", 1, "INSTALLED");
  }

  @Override
  public Workloads checkWorkloads(Target target, BootstrapRelease release) {
    return new Workloads(3);
  }

  @Override
  public AppliedManifests applyManifests(Platform platform, String addon) {
    if (apiServerDownFor.getAndDecrement() > 0) {
      throw FailureType.CLUSTER_UNREACHABLE.failure("connection refused");
    }
    done.add("manifests " + addon);
    return new AppliedManifests(2, 2);
  }

  @Override
  public ClusterSecret checkClusterSecret(Platform platform, Instant currentSince) {
    if (clusterSecretMessage != null) {
      throw FailureType.NOT_YET.benign(clusterSecretMessage, Duration.ofSeconds(2));
    }
    done.add("cluster secret");
    return new ClusterSecret(Map.of("clusterName", "idp"), Map.of());
  }

  @Override
  public List<ExpectedApplication> expectApplications(Platform platform) {
    List<ExpectedApplication> expected = new ArrayList<>();
    expected.add(new ExpectedApplication("keycloak-idp", "keycloak"));
    expected.add(new ExpectedApplication("backstage-idp", "backstage"));
    for (int i = 3; i <= applications; i++) {
      expected.add(new ExpectedApplication("addon-" + i + "-idp", "addon-" + i));
    }
    return expected;
  }

  @Override
  public Picture observeApplications(ObserveRequest request) {
    int look = looks.incrementAndGet();
    boolean everythingUp = look > 3;
    String digest = neverHealthy == null && everythingUp ? "up" : "down";
    if (request.known() != null && digest.equals(request.known().digest())) {
      throw FailureType.UNCHANGED.benign("0 of 2 up", Duration.ofSeconds(2));
    }
    return new Picture(
        Instant.ofEpochSecond(1_800_000_000L + look),
        digest,
        digest,
        request.expected().stream().map(name -> application(name, everythingUp)).toList());
  }

  private Application application(String name, boolean everythingUp) {
    boolean up = everythingUp && !name.equals(neverHealthy);
    return new Application(
        name,
        name.replace("-idp", ""),
        up ? "Synced" : "Unknown",
        "Healthy",
        "Succeeded",
        false,
        true,
        null,
        up ? null : "chart not found");
  }

  @Override
  public List<Diagnosis> diagnoseApplications(Target target, List<String> applications) {
    return List.of(new Diagnosis(applications.get(0), List.of("Pod backstage-0: ErrImagePull")));
  }

  @Override
  public List<String> compareBootstrapValues(Platform platform) {
    return List.of();
  }

  @Override
  public List<Probe> probeUrls(List<String> urls) {
    return urls.stream().map(url -> new Probe(url, true, "200")).toList();
  }

  @Override
  public List<String> findSearchAttributes(List<String> wanted) {
    return List.of();
  }
}
