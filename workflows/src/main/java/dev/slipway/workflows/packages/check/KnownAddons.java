package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.config.NearestKey;
import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlFile;
import dev.slipway.workflows.packages.YamlValue;
import dev.slipway.workflows.platform.Addon;
import dev.slipway.workflows.platform.AddonGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addons of the dependency graph are there; a team may have more. */
final class KnownAddons {
  private KnownAddons() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    List<PackagesProblem> problems = new ArrayList<>();
    YamlFile file = tree.yaml(PackagesTree.ADDONS);
    if (!tree.hasFile(file.name()) || file.problem().isPresent()) {
      return Stream.empty();
    }
    Set<String> present = tree.addons().stream().map(AddonEntry::key).collect(Collectors.toSet());
    AddonGraph.CNOE.order().stream()
        .map(Addon::key)
        .filter(key -> !present.contains(key))
        .map(key -> missing(file.root(), key, present))
        .forEach(problems::add);
    tree.addons().forEach(addon -> examineSwitch(addon, problems));
    tree.pathRouting().stream()
        .filter(entry -> !entry.base().get("enabled").exists())
        .map(entry -> entry.own().problem("is laid over an addon that " + file.name() + " lacks"))
        .forEach(problems::add);
    return problems.stream();
  }

  private static PackagesProblem missing(YamlValue addons, String key, Set<String> present) {
    if (addons.get(key).exists()) {
      return addons.get(key).problem("has no key enabled; write true or false");
    }
    List<String> strangers =
        present.stream()
            .filter(other -> AddonGraph.CNOE.order().stream().noneMatch(a -> a.key().equals(other)))
            .toList();
    String advice =
        NearestKey.to(key, strangers)
            .map(nearest -> "; is " + nearest + " meant?")
            .orElse("; write enabled: false to go without it");
    return addons.get(key).problem("is missing, and the dependency graph has it" + advice);
  }

  private static void examineSwitch(AddonEntry addon, List<PackagesProblem> problems) {
    YamlValue enabled = addon.own().get("enabled");
    if (!List.of("true", "false").contains(enabled.text())) {
      problems.add(enabled.problem("\"%s\" must be true or false".formatted(enabled.text())));
    } else if (AddonGraph.BOOTSTRAP.contains(addon.key()) && !addon.source().isEnabled()) {
      problems.add(enabled.problem("false: the installer itself needs this addon; write true"));
    }
  }
}
