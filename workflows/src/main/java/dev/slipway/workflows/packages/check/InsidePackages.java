package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlValue;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Nothing outside the folder is read: what is approved is all that counts. */
final class InsidePackages {
  private InsidePackages() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    return tree.entries().flatMap(InsidePackages::problems);
  }

  private static Stream<PackagesProblem> problems(AddonEntry addon) {
    Stream<YamlValue> own = Stream.of(addon.own().get("folder"), chartFolder(addon));
    Stream<YamlValue> resources =
        addon.resources().stream().map(resource -> resource.get("manifestPath"));
    return Stream.concat(own, resources)
        .filter(value -> leadsOut(value.text()))
        .map(
            value ->
                value.problem(
                    "\"%s\" leads out of packages/; name a place in it".formatted(value.text())));
  }

  /** A chart's repository, where it is a folder. */
  private static YamlValue chartFolder(AddonEntry addon) {
    YamlValue repository = addon.own().get("chartRepository");
    boolean folder = repository.text().startsWith("/") || repository.text().startsWith(".");
    return folder ? repository : addon.own().get("folder");
  }

  private static boolean leadsOut(String path) {
    return path.startsWith("/") || Path.of(path).normalize().startsWith("..");
  }
}
