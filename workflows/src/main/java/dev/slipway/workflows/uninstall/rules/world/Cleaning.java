package dev.slipway.workflows.uninstall.rules.world;

import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Finalizer.Tier;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import java.util.List;
import java.util.stream.Stream;

/** Whether the deletion of a thing takes along what it stands for. */
public final class Cleaning {
  private Cleaning() {}

  /** For whose sake something in AWS is there. */
  public static List<Holding> makersOf(Holding holding, World world) {
    Stream<Subject> itsOwn = Stream.of(Sort.STANDS_FOR, Sort.OWNED_BY).flatMap(holding::tiedTo);
    Stream<Holding> standing =
        world.hangingOn(holding.subject(), Sort.STANDS_FOR).stream()
            .filter(other -> !other.subject().isInAws());
    return Stream.concat(itsOwn.flatMap(subject -> world.find(subject).stream()), standing)
        .distinct()
        .toList();
  }

  /** Not where who has to act is known not to, or the volume is retained. */
  public static boolean cleansUp(Holding maker) {
    return !isRetained(maker)
        && maker.finalizers().stream()
            .filter(finalizer -> finalizer.tier() == Tier.CLOUD)
            .allMatch(finalizer -> finalizer.service() == Service.RUNNING);
  }

  /** Whether something waits for the cloud before the thing is gone. */
  public static boolean isAwaited(Holding maker) {
    return maker.finalizers().stream().anyMatch(finalizer -> finalizer.tier() == Tier.CLOUD);
  }

  public static String whyNot(Holding maker) {
    if (isRetained(maker)) {
      return maker.subject() + " is retained, so nobody deletes what it stands for";
    }
    return maker.finalizers().stream()
        .filter(finalizer -> finalizer.service() != Service.RUNNING)
        .findFirst()
        .map(Finalizer::name)
        .map(name -> "nobody serves finalizer %s of %s".formatted(name, maker.subject()))
        .orElse("nothing in the cluster is known to clean it up");
  }

  /** Whether a volume outlives its claim, so that only somebody who deletes it removes it. */
  public static boolean isRetained(Holding maker) {
    return maker.facts().stream()
        .anyMatch(fact -> fact.name().equals("reclaimPolicy") && fact.value().equals("Retain"));
  }
}
