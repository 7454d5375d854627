package dev.slipway.workflows.world;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.applications.SampleApplication;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows keycloak-idp and backstage-idp, which come up at the fourth look. */
public final class FakeArgoCd implements ApplicationActivities {
  private final AtomicInteger looks = new AtomicInteger();
  private volatile String neverHealthy;
  private volatile int count = 2;

  public void neverHealthy(String application) {
    neverHealthy = application;
  }

  /** How many applications there are; two unless told. */
  public void has(int applications) {
    count = applications;
  }

  @Override
  public List<ExpectedApplication> expectApplications(Platform platform) {
    List<ExpectedApplication> expected = new ArrayList<>();
    expected.add(new ExpectedApplication("keycloak-idp", "keycloak"));
    expected.add(new ExpectedApplication("backstage-idp", "backstage"));
    for (int i = 3; i <= count; i++) {
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
    SampleApplication application = SampleApplication.named(name).ofAddon(name.replace("-idp", ""));
    if (everythingUp && !name.equals(neverHealthy)) {
      return application.seen();
    }
    return application.is("Unknown", "Healthy").saying("chart not found").seen();
  }

  @Override
  public List<Diagnosis> diagnoseApplications(Target target, List<String> applications) {
    return List.of(new Diagnosis(applications.get(0), List.of("Pod backstage-0: ErrImagePull")));
  }

  @Override
  public List<String> compareBootstrapValues(Platform platform) {
    return List.of();
  }
}
