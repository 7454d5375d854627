package dev.slipway.sandbox.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages folder with one thing changed: where charts are fetched from. */
public final class PackagesCopy {
  private static final Pattern REPOSITORY =
      Pattern.compile("chartRepository: *['\"]?(?:https?|oci)://\\S+");

  private PackagesCopy() {}

  /** Copies everything and returns the addons, as they are in the copy. */
  public static JsonNode make(Path packages, Path copy, URI charts) throws IOException {
    try (Stream<Path> walk = Files.walk(packages)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Path target = copy.resolve(packages.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Path addons = copy.resolve("addons/values.yaml");
    String content =
        REPOSITORY.matcher(Files.readString(addons)).replaceAll("chartRepository: " + charts);
    Files.writeString(addons, content);
    return new YAMLMapper().readTree(content);
  }
}
