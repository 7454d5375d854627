package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.ClusterSecretKeys;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every selector asks for labels that the cluster secret has, else it never selects a cluster. */
final class ClusterSecretSelectors {
  private ClusterSecretSelectors() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    Optional<ClusterSecretKeys> secret = ClusterSecretKeys.of(tree);
    List<PackagesProblem> problems = new ArrayList<>();
    tree.entries()
        .flatMap(addon -> wanted(addon.own().get("selector")).entrySet().stream())
        .forEach(
            term -> {
              examineTypes(term.getValue(), problems);
              secret.ifPresent(
                  keys -> examineLabel(keys, term.getKey(), term.getValue(), problems));
            });
    return problems.stream();
  }

  /** The values that a label may have, by label; labels that may have others are left out. */
  static Map<String, List<String>> terms(AddonEntry addon) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    wanted(addon.get("selector"))
        .forEach(
            (label, values) ->
                terms.put(label.text(), values.stream().map(YamlValue::text).toList()));
    return terms;
  }

  private static Map<Label, List<YamlValue>> wanted(YamlValue selector) {
    Map<Label, List<YamlValue>> wanted = new LinkedHashMap<>();
    for (YamlValue term : selector.get("matchLabels").entries()) {
      wanted.put(new Label(term.key(), term), List.of(term));
    }
    for (YamlValue term : selector.get("matchExpressions").items()) {
      if (term.get("operator").text().equals("In")) {
        wanted.put(new Label(term.get("key").text(), term.get("key")), term.get("values").items());
      }
    }
    return wanted;
  }

  /** A label's name, and where it is asked for. */
  private record Label(String text, YamlValue at) {}

  private static void examineTypes(List<YamlValue> values, List<PackagesProblem> problems) {
    values.stream()
        .filter(value -> !value.json().isTextual())
        .map(value -> value.problem("%s is no text; quote it".formatted(value.text())))
        .forEach(problems::add);
  }

  private static void examineLabel(
      ClusterSecretKeys secret,
      Label label,
      List<YamlValue> values,
      List<PackagesProblem> problems) {
    YamlValue found = secret.labels().get(label.text());
    if (!found.exists()) {
      problems.add(
          label
              .at()
              .problem(
                  "selects by the label \"%s\", which the cluster secret has not; it has %s"
                      .formatted(label.text(), String.join(", ", secret.keys("labels")))));
      return;
    }
    boolean fixed = !found.text().contains("{{");
    if (fixed && values.stream().noneMatch(value -> value.text().equals(found.text()))) {
      problems.add(
          label
              .at()
              .problem(
                  "never selects a cluster: the cluster secret's label %s is always \"%s\""
                      .formatted(label.text(), found.text())));
    }
  }
}
