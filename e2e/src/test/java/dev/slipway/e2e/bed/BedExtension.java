package dev.slipway.e2e.bed;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the run's one {@link Bed}, emptied after each test. The folder of a run with a failed
 * test is kept.
 */
public final class BedExtension
    implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(BedExtension.class);

  /** The bed of one JVM; JUnit closes it after the last test. */
  private static final class Shared implements AutoCloseable {
    private final Bed bed = Bed.start();
    private boolean failed;

    @Override
    public void close() {
      bed.close();
      if (failed) {
        say("Logs are in " + bed.folder());
      } else {
        bed.deleteFolder();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Bed.class;
  }

  @Override
  public Bed resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context).bed;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    shared(context);
    context.getStore(NAMESPACE).put("started", System.nanoTime());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    long nanos = System.nanoTime() - context.getStore(NAMESPACE).get("started", Long.class);
    String test = context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName();
    say((failed ? "✗ " : "✔ ") + test + " (" + Duration.ofNanos(nanos).toSeconds() + " s)");
    shared(context).failed |= failed;
    shared(context).bed.reset();
  }

  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
