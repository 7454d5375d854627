package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Kubernetes takes every name that comes of an addon, and no two addons share one. */
final class LegalNames {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  // RFC 1123, as Kubernetes checks names; and Helm's limit, which leaves room for suffixes.
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_RELEASE = 53;

  private final List<PackagesProblem> problems = new ArrayList<>();
  private final Map<String, YamlValue> applications = new LinkedHashMap<>();
  private final Map<String, List<AddonEntry>> releases = new LinkedHashMap<>();

  private LegalNames() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    LegalNames names = new LegalNames();
    Stream.of(tree.addons(), tree.bootstrap()).flatMap(List::stream).forEach(names::examine);
    tree.pathRouting().forEach(names::examineNames);
    return names.problems.stream();
  }

  private void examine(AddonEntry addon) {
    YamlValue own = addon.own();
    legal(own, addon.key(), LONGEST_LABEL, "an ApplicationSet and its Applications");
    examineNames(addon);
    if (!addon.source().isEnabled()) {
      return;
    }
    YamlValue other = applications.putIfAbsent(addon.key(), own);
    if (other != null) {
      problems.add(
          own.problem(
              "makes the Application %s-CLUSTER, as does %s; give it another name"
                  .formatted(addon.key(), other.file().name())));
    }
    if (own.get("namespace").text().isBlank()) {
      problems.add(own.get("namespace").problem("is missing; name the addon's namespace"));
    }
    examineRelease(addon);
  }

  private void examineNames(AddonEntry addon) {
    YamlValue namespace = addon.own().get("namespace");
    if (!namespace.text().isBlank()) {
      legal(namespace, namespace.text(), LONGEST_LABEL, "a namespace");
    }
    YamlValue release = addon.own().get("releaseName");
    if (release.exists()) {
      legal(release, release.text(), LONGEST_RELEASE, "a Helm release");
    }
  }

  private void legal(YamlValue value, String name, int longest, String what) {
    if (!LABEL.matcher(name).matches() || name.length() > longest) {
      problems.add(
          value.problem(
              "\"%s\" cannot name %s: up to %d small letters, digits and -, beginning and ending with a letter or digit"
                  .formatted(name, what, longest)));
    }
  }

  /** Two addons may share a release where no cluster takes both. */
  private void examineRelease(AddonEntry addon) {
    if (addon.source().isPlain()) {
      return;
    }
    YamlValue release = addon.get("releaseName");
    String name = addon.source().releaseName();
    String namespace = addon.source().namespace();
    List<AddonEntry> others =
        releases.computeIfAbsent(namespace + "/" + name, key -> new ArrayList<>());
    others.stream()
        .filter(other -> !excludes(other, addon))
        .map(
            other ->
                release.problem(
                    "\"%s\" in namespace %s is the release of %s, too; give it another name"
                        .formatted(name, namespace, other.key())))
        .findFirst()
        .ifPresent(problems::add);
    others.add(addon);
  }

  private static boolean excludes(AddonEntry one, AddonEntry other) {
    Map<String, List<String>> terms = ClusterSecretSelectors.terms(other);
    return ClusterSecretSelectors.terms(one).entrySet().stream()
        .filter(term -> terms.containsKey(term.getKey()))
        .anyMatch(term -> term.getValue().stream().noneMatch(terms.get(term.getKey())::contains));
  }
}
