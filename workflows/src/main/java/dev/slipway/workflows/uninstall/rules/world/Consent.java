package dev.slipway.workflows.uninstall.rules.world;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Tie.Sort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a removal may touch: what is ours, and what is probably ours and named, itself or by what it
 * hangs on. Of strangers' things, only the live claims that are named.
 */
public final class Consent {
  private static final Set<Sort> HANGS_ON =
      Set.of(Sort.OWNED_BY, Sort.TRACKED_BY, Sort.RELEASED_BY);

  private final World world;
  private final LiveClaims claims;
  private final Set<String> named;
  private final Map<Subject, Boolean> known = new HashMap<>();

  public Consent(World world, LiveClaims claims) {
    this.world = world;
    this.claims = claims;
    named = new HashSet<>(world.extent().alsoRemove());
  }

  public boolean covers(Holding holding) {
    if (claims.isAgreed(holding)) {
      return true;
    }
    return switch (holding.belonging().ownership()) {
      case OURS -> true;
      case PROBABLY_OURS -> isNamed(holding);
      case NOT_OURS -> false;
    };
  }

  /** Whether it is somebody else's, so that the plan does not speak of it. */
  public boolean isForeign(Holding holding) {
    return holding.belonging().is(Ownership.NOT_OURS) && !claims.isAgreed(holding);
  }

  private boolean isNamed(Holding holding) {
    Boolean judged = known.putIfAbsent(holding.subject(), false);
    if (judged != null) {
      return judged;
    }
    boolean isNamed =
        named.contains(holding.subject().toString())
            || holding.ties().stream()
                .filter(tie -> HANGS_ON.contains(tie.sort()))
                .map(Tie::to)
                .anyMatch(this::isNamed);
    known.put(holding.subject(), isNamed);
    return isNamed;
  }

  private boolean isNamed(Subject subject) {
    return named.contains(subject.toString())
        || world
            .find(subject)
            .filter(holding -> holding.belonging().is(Ownership.PROBABLY_OURS))
            .filter(this::isNamed)
            .isPresent();
  }
}
