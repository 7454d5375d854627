package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.plan.Kept;
import dev.slipway.workflows.uninstall.rules.world.Consent;
import dev.slipway.workflows.uninstall.rules.world.LiveClaims;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes and what stays: the rules are asked until nothing more stays. */
public final class Fates {
  /** The first that has a reason gives it. */
  private static final List<KeepRule> RULES =
      List.of(
          new ProbableOnly(),
          new UnnamedClaims(),
          new OwnMemory(),
          new KeptVolumes(),
          new KeptSecrets(),
          new ThereBefore(),
          new Definitions(),
          new Shared(),
          new TakesStrangers(),
          new HangsOnKept(),
          new DataCredentials(),
          new ServesOthers(),
          new NamespacesInUse(),
          new MadeAnew(),
          new LeftInCloud());

  private final World world;
  private final LiveClaims claims;
  private final Consent consent;
  private final Map<Subject, Kept> kept = new HashMap<>();
  private Staying staying;
  private Credentials credentials;

  public Fates(World world, LiveClaims claims, Consent consent) {
    this.world = world;
    this.claims = claims;
    this.consent = consent;
    int before;
    do {
      before = kept.size();
      staying = new Staying(world, this);
      credentials = new Credentials(world, this);
      world.holdings().stream().filter(this::isAsked).forEach(this::ask);
    } while (kept.size() > before);
  }

  private boolean isAsked(Holding holding) {
    return !kept.containsKey(holding.subject())
        && (!consent.isForeign(holding) || isRefusedClaim(holding));
  }

  private void ask(Holding holding) {
    boolean isLeaving = holding.presence() == Presence.LEAVING && consent.covers(holding);
    if (!isLeaving || isRefusedClaim(holding)) {
      wouldStay(holding).ifPresent(reason -> kept.put(holding.subject(), reason));
    }
  }

  /** Why it stays, or would if nobody had deleted it already. */
  public Optional<Kept> wouldStay(Holding holding) {
    return RULES.stream().flatMap(rule -> rule.keeps(holding, this).stream()).findFirst();
  }

  /** Sorted by subject. */
  public List<Kept> kept() {
    return kept.values().stream().sorted(Comparator.comparing(Kept::subject)).toList();
  }

  public boolean goes(Holding holding) {
    return consent.covers(holding) && !kept.containsKey(holding.subject());
  }

  /** Whether the reason is known already why it stays; of strangers' things there is none. */
  boolean stays(Holding holding) {
    return kept.containsKey(holding.subject()) || (isForeign(holding) && !isRefusedClaim(holding));
  }

  boolean isForeign(Holding holding) {
    return consent.isForeign(holding);
  }

  boolean isCovered(Holding holding) {
    return consent.covers(holding);
  }

  boolean isRefusedClaim(Holding holding) {
    return claims.isOne(holding) && !claims.isAgreed(holding);
  }

  Optional<Kept> keptAs(Subject subject) {
    return Optional.ofNullable(kept.get(subject));
  }

  World world() {
    return world;
  }

  Staying staying() {
    return staying;
  }

  Credentials credentials() {
    return credentials;
  }
}
