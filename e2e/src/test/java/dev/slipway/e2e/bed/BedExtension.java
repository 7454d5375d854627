package dev.slipway.e2e.bed;

import java.time.Duration;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the run's one {@link Bed}, emptied after each test, or after the last one of a class
 * with one instance for all of its tests. The folder of a run with a failed test is kept.
 */
public final class BedExtension
    implements ParameterResolver, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(BedExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Bed.class;
  }

  @Override
  public Bed resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return bed(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put("started", System.nanoTime());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    long nanos = System.nanoTime() - context.getStore(NAMESPACE).get("started", Long.class);
    String test = context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName();
    say((failed ? "✗ " : "✔ ") + test + " (" + Duration.ofNanos(nanos).toSeconds() + " s)");
    if (failed) {
      bed(context).keepFolder();
      say("  logs: " + bed(context).folder());
    }
    if (!hasOneInstance(outermost(context))) {
      bed(context).reset();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    if (test.equals(outermost(context)) && hasOneInstance(test)) {
      bed(context).reset();
    }
  }

  private static Class<?> outermost(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    while (test.getEnclosingClass() != null) {
      test = test.getEnclosingClass();
    }
    return test;
  }

  private static boolean hasOneInstance(Class<?> test) {
    TestInstance lifecycle = test.getAnnotation(TestInstance.class);
    return lifecycle != null && lifecycle.value() == TestInstance.Lifecycle.PER_CLASS;
  }

  // JUnit closes it after the last test.
  private static Bed bed(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Bed.class, key -> Bed.start(), Bed.class);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
