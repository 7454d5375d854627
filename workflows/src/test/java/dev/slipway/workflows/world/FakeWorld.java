package dev.slipway.workflows.world;

import io.temporal.worker.Worker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A world with named switches that remembers what was done to it.
 *
 * @param done every change, oldest first
 */
public record FakeWorld(
    List<String> done,
    FakePreflight preflight,
    FakeLease lease,
    FakeBootstrap bootstrap,
    FakeExternalSecrets externalSecrets,
    FakeArgoCd argoCd,
    FakeNotices notices) {

  /** One in which everything succeeds at once. */
  public static FakeWorld untouched() {
    List<String> done = new CopyOnWriteArrayList<>();
    return new FakeWorld(
        done,
        new FakePreflight(),
        new FakeLease(done),
        new FakeBootstrap(done),
        new FakeExternalSecrets(done),
        new FakeArgoCd(),
        new FakeNotices());
  }

  /** Makes this the world that these workers work on. */
  public void surround(Worker... workers) {
    for (Worker worker : workers) {
      worker.registerActivitiesImplementations(
          preflight, lease, bootstrap, externalSecrets, argoCd, notices, new FakeOutside());
    }
  }
}
