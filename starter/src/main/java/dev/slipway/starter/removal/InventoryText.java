package dev.slipway.starter.removal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.ManifestSeen;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.plan.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** An inventory, as somebody reads it who thinks of removing things. */
final class InventoryText {
  private static final Set<String> VOLUMES = Set.of("PersistentVolumeClaim", "PersistentVolume");
  private static final String NO_ADDON = "the platform itself";

  private final Inventory inventory;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param all whether every object is named instead of counted
   */
  InventoryText(Inventory inventory, boolean all) {
    this.inventory = inventory;
    this.all = all;
  }

  List<String> lines() {
    lines.add("The inventory of " + inventory.cluster());
    lines.add(manifest(inventory.manifest()));
    ours();
    section("Only probably ours, and kept unless it is named", probable(), this::because);
    section("Volumes", ours(VOLUMES), this::about);
    section("CRDs", ours(Set.of("CustomResourceDefinition")), this::about);
    section("In AWS", here().filter(it -> it.subject().isInAws()), this::about);
    section("Being deleted already", having(Presence.LEAVING), this::because);
    section("Finalizers that nobody serves", here(), InventoryText::unserved);
    section("Not ours, and in the way", strangers(), this::because);
    gone();
    unread();
    return lines;
  }

  private static String manifest(ManifestSeen manifest) {
    return switch (manifest.state()) {
      case INSTALLED -> "Manifest: of a finished install" + plan(manifest);
      case INSTALLING -> "⚠ Manifest: of an install that has not come to its end" + plan(manifest);
      case ABSENT -> "⚠ Manifest: none, so that everything is only probable";
      case UNREADABLE -> "⚠ Manifest: " + manifest.problem();
    };
  }

  private static String plan(ManifestSeen manifest) {
    String by = manifest.approver() == null ? "" : ", approved by " + manifest.approver();
    String digest = manifest.planDigest() == null ? "" : manifest.planDigest();
    return " (plan " + digest.substring(0, Math.min(12, digest.length())) + by + ")";
  }

  private void ours() {
    Map<String, List<Holding>> byAddon =
        here()
            .filter(it -> it.belonging().is(Ownership.OURS))
            .collect(groupingBy(InventoryText::addon, TreeMap::new, toList()));
    byAddon.forEach(
        (addon, holdings) -> {
          lines.add("Ours: " + addon + " (" + holdings.size() + ")");
          if (all) {
            holdings.forEach(holding -> lines.add("  " + because(holding)));
          } else {
            lines.add("  " + counts(holdings));
          }
        });
  }

  private static String counts(List<Holding> holdings) {
    Map<String, Long> counts =
        holdings.stream()
            .collect(groupingBy(holding -> holding.subject().kind(), TreeMap::new, counting()));
    return counts.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(joining(", "));
  }

  private void section(String title, Stream<Holding> holdings, Function<Holding, String> line) {
    List<String> texts =
        holdings.map(line).filter(text -> !text.isEmpty()).map(text -> "  " + text).toList();
    if (!texts.isEmpty()) {
      lines.add(title);
      lines.addAll(texts);
    }
  }

  private void gone() {
    long count = having(Presence.GONE).count();
    if (all) {
      section("Gone", having(Presence.GONE), holding -> holding.subject().toString());
    } else if (count > 0) {
      lines.add("Gone: " + count + " that the manifest names");
    }
  }

  private void unread() {
    if (!inventory.unread().isEmpty()) {
      lines.add("⚠ Unknown, as it could not be looked at");
      inventory.unread().stream().map(Unread::toString).forEach(it -> lines.add("  " + it));
    }
  }

  private Stream<Holding> here() {
    return inventory.holdings().stream().filter(holding -> !holding.isGone());
  }

  private Stream<Holding> having(Presence presence) {
    return inventory.holdings().stream().filter(holding -> holding.presence() == presence);
  }

  private Stream<Holding> probable() {
    return here().filter(holding -> holding.belonging().is(Ownership.PROBABLY_OURS));
  }

  private Stream<Holding> strangers() {
    return here().filter(holding -> holding.belonging().is(Ownership.NOT_OURS));
  }

  private Stream<Holding> ours(Set<String> kinds) {
    return here()
        .filter(holding -> kinds.contains(holding.subject().kind()))
        .filter(holding -> !holding.belonging().is(Ownership.NOT_OURS));
  }

  private static String addon(Holding holding) {
    return holding.belonging().addon() == null ? NO_ADDON : holding.belonging().addon();
  }

  private String because(Holding holding) {
    return holding.subject() + ": " + holding.belonging().reason();
  }

  private String about(Holding holding) {
    String facts = holding.facts().stream().map(InventoryText::fact).collect(joining(", "));
    String stands =
        holding.tiedTo(Sort.STANDS_FOR).map(other -> "stands for " + other).collect(joining(", "));
    return Stream.of(holding.subject().toString(), facts, stands)
        .filter(part -> !part.isEmpty())
        .collect(joining("; "));
  }

  private static String fact(Fact fact) {
    return fact.name() + " " + fact.value();
  }

  private static String unserved(Holding holding) {
    return holding.finalizers().stream()
        .filter(finalizer -> finalizer.service() != Service.RUNNING)
        .map(finalizer -> holding.subject() + ": " + words(finalizer))
        .collect(joining("; "));
  }

  private static String words(Finalizer finalizer) {
    String who = finalizer.controller().isEmpty() ? "nobody known" : finalizer.controller();
    return finalizer.name() + " (" + who + ")";
  }
}
