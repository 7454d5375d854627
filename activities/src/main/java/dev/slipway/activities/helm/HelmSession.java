package dev.slipway.activities.helm;

import dev.slipway.activities.helm.HelmRequest.Operation;
import dev.slipway.activities.scratch.TemporaryFolder;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Some calls of Helm in a row, all in one child, which starts with the first call that needs it.
 * Closing it kills the child, whatever it does.
 */
public final class HelmSession implements AutoCloseable {
  private final Path folder;
  private final Renderings renderings;
  private final Supplier<HelmChild> start;
  private HelmChild child;

  HelmSession(Path folder, Renderings renderings, Supplier<HelmChild> start) {
    this.folder = folder;
    this.renderings = renderings;
    this.start = start;
  }

  /** A folder for files that a call needs; gone with the session. Nothing secret goes there. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes one call and waits for it. What was rendered before, in whichever session, is not
   * rendered again.
   *
   * @return what Helm rendered or said
   * @throws io.temporal.failure.ApplicationFailure see {@link HelmFailures}
   */
  public String call(HelmRequest request) {
    return request.operation() == Operation.TEMPLATE
        ? renderings.of(request, () -> child().call(request))
        : child().call(request);
  }

  boolean hasChild() {
    return child != null;
  }

  /** The process in which Helm runs; starts it where it does not run yet. */
  HelmChild child() {
    if (child == null) {
      child = start.get();
    }
    return child;
  }

  @Override
  public void close() {
    if (child != null) {
      child.close();
    }
    TemporaryFolder.delete(folder);
  }
}
