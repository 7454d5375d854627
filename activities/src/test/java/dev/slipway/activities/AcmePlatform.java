package dev.slipway.activities;

import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.List;
import java.util.Map;

/** A platform whose secrets are {@code acme/config} and {@code acme/github-app}. */
public final class AcmePlatform {
  private AcmePlatform() {}

  public static SamplePlatform on(String cluster) {
    return SamplePlatform.named(cluster)
        .withRepo("https://git.example.com/a/b", "packages")
        .withAutoMode(false)
        .withDomain("a.example.com")
        .withHostedZone("Z0ACME")
        .withSecretPrefix("acme")
        .withTags(Map.of("env", "dev"));
  }

  public static Platform of(String cluster, String domain) {
    return on(cluster).withDomain(domain).withPackages("d1");
  }

  /** What preflight is asked about a platform. */
  public static ExamineRequest examined(Platform platform) {
    return examined(platform, List.of());
  }

  /** What preflight is asked about a platform whose run tells these receivers. */
  public static ExamineRequest examined(Platform platform, List<String> receivers) {
    return new ExamineRequest(
        platform,
        new Owner("default", "w", "r"),
        CredentialsSource.WORKER,
        false,
        false,
        false,
        false,
        receivers);
  }

  /** What preflight is asked about a platform where nobody has to agree to the plan. */
  public static ExamineRequest unattended(Platform platform, boolean allowAdoption) {
    return new ExamineRequest(
        platform,
        new Owner("default", "w", "r"),
        CredentialsSource.WORKER,
        false,
        false,
        allowAdoption,
        true,
        List.of());
  }
}
