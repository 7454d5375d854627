package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlFile;
import dev.slipway.workflows.packages.YamlValue;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every chart has one exact version, and at most one digest. */
final class PinnedCharts {
  private static final Pattern EXACT =
      Pattern.compile("v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  private PinnedCharts() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    Stream<YamlValue> addons =
        Stream.concat(
            tree.addons().stream()
                .filter(addon -> addon.source().isEnabled() && isFromRepository(addon))
                .map(addon -> addon.own().get("defaultVersion")),
            tree.pathRouting().stream()
                .map(AddonEntry::own)
                .map(addon -> addon.get("defaultVersion"))
                .filter(YamlValue::exists));
    return Stream.concat(
        Stream.concat(addons, tree.yamlFiles().stream().flatMap(PinnedCharts::ofChart))
            .flatMap(version -> problem(version).stream()),
        tree.entries().flatMap(PinnedCharts::digestProblem));
  }

  private static Stream<PackagesProblem> digestProblem(AddonEntry addon) {
    YamlValue digest = addon.own().get("digest");
    return !digest.exists() || digest.text().matches("sha256:[0-9a-f]{64}")
        ? Stream.empty()
        : Stream.of(
            digest.problem(
                "\"%s\" is no digest; write sha256: and 64 hexadecimal digits, as sha256sum prints them for the archive"
                    .formatted(digest.text())));
  }

  private static boolean isFromRepository(AddonEntry addon) {
    return !addon.source().isPlain() && !addon.own().get("path").exists();
  }

  private static Stream<YamlValue> ofChart(YamlFile file) {
    if (!file.name().endsWith("/Chart.yaml")) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(file.root().get("version")),
        file.root().get("dependencies").items().stream().map(chart -> chart.get("version")));
  }

  private static Optional<PackagesProblem> problem(YamlValue version) {
    if (version.text().isBlank()) {
      return Optional.of(version.problem("is missing; write one version, such as 1.2.3"));
    }
    if (version.json().isNumber()) {
      return Optional.of(version.problem(version.text() + " is a number; quote the version"));
    }
    return EXACT.matcher(version.text()).matches()
        ? Optional.empty()
        : Optional.of(
            version.problem(
                "\"%s\" is not one version; write it in full, such as 1.2.3"
                    .formatted(version.text())));
  }
}
