package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.plan.Removal;
import dev.slipway.workflows.uninstall.plan.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred valid addon graphs, each with an installation that strangers live in. */
class RandomPlansTest {
  static Stream<RandomWorld> worlds() {
    return new Random(20260711).longs(100).mapToObj(RandomWorld::new);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void removesNoPrerequisiteBeforeItsDependents(RandomWorld world) {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    goes(world)
        .forEach(
            (subject, wave) -> {
              String addon = world.addonOf(subject);
              first.merge(addon, wave, Math::min);
              last.merge(addon, wave, Math::max);
            });
    AddonGraph graph = world.graph().among(last.keySet());
    for (String addon : last.keySet()) {
      for (String prerequisite : graph.prerequisitesOf(addon)) {
        assertThat(first.get(prerequisite))
            .as("%s needs %s", addon, prerequisite)
            .isGreaterThan(last.get(addon));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void touchesNothingOfStrangers(RandomWorld world) {
    Map<Subject, Holding> holdings = world.bySubject();
    assertThat(world.planned().going())
        .isNotEmpty()
        .noneMatch(subject -> holdings.get(subject).belonging().is(Ownership.NOT_OURS));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void saysOfEachThingOfOursOnceWhatBecomesOfIt(RandomWorld world) {
    List<Subject> told = new ArrayList<>(world.planned().going());
    world.planned().plan().kept().stream().map(Kept::subject).forEach(told::add);
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            world.inventory().holdings().stream()
                .filter(it -> !it.belonging().is(Ownership.NOT_OURS) && !it.isGone())
                .map(Holding::subject)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void keepsWhatAnAddonThatStaysNeeds(RandomWorld world) {
    List<String> going =
        goes(world).keySet().stream()
            .filter(subject -> !world.isLeaving(subject))
            .map(world::addonOf)
            .distinct()
            .toList();
    for (Kept kept : world.planned().plan().kept()) {
      if (kept.reason().startsWith("addon ")) {
        assertThat(going)
            .doesNotContainAnyElementsOf(world.allNeededBy(world.addonOf(kept.subject())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void givesTheSameDigestInWhateverOrderThingsAreSeen(RandomWorld world) {
    Planned shuffled = world.inventory().shuffled(world.graph(), new Random(1));
    assertThat(shuffled.plan()).isEqualTo(world.planned().plan());
  }

  /** By what was made for an addon itself, and the number of its wave. */
  private static Map<Subject, Integer> goes(RandomWorld world) {
    Map<Subject, Integer> waves = new HashMap<>();
    List<Wave> all = world.planned().plan().waves();
    for (int number = 0; number < all.size(); number++) {
      for (Removal removal : all.get(number).removals()) {
        int wave = number;
        Stream.concat(Stream.of(removal.subject()), removal.drags().stream())
            .filter(world::isPartOfAnAddon)
            .forEach(subject -> waves.put(subject, wave));
      }
    }
    return waves;
  }
}
