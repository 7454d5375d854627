package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlFile;
import dev.slipway.workflows.packages.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every image and package that a value or a manifest names has a tag or a digest of its own. */
final class PinnedImages {
  private static final Pattern IMAGE_KEY = Pattern.compile("image|\\w+Image");
  private static final Pattern PACKAGE_KEY = Pattern.compile("packages?");
  private static final Pattern TAG_KEY = Pattern.compile("tag|\\w+Tag|version");
  private static final Pattern RANGE = Pattern.compile("[\\^~<>=*].*|.*[.][xX*].*|latest");
  private static final Pattern PINNED = Pattern.compile("\\S+(@sha256:\\S+|:[^:/\\s]+)");
  private static final Pattern LATEST = Pattern.compile("\\S+:latest");
  private static final Pattern LINE =
      Pattern.compile("[\\s-]*image:\\s*['\"]?([^\\s'\"{]+)['\"]?\\s*");

  private PinnedImages() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    Stream<PackagesProblem> values =
        tree.yamlFiles().stream()
            .filter(file -> !file.name().endsWith("/Chart.yaml"))
            .flatMap(YamlFile::all)
            .flatMap(PinnedImages::children)
            .filter(value -> value.json().isTextual() && !value.text().contains("{{"))
            .flatMap(value -> message(value).map(value::problem).stream());
    return Stream.concat(
        values, tree.templates().entrySet().stream().flatMap(PinnedImages::ofTemplate));
  }

  /** What a map holds, without an image whose tag stands beside it. */
  private static Stream<YamlValue> children(YamlValue map) {
    boolean tagged = map.get("tag").exists() || map.get("imageTag").exists();
    return map.entries().stream()
        .filter(entry -> !(tagged && entry.key().equals("image")))
        .flatMap(entry -> Stream.concat(Stream.of(entry), entry.items().stream()));
  }

  private static Optional<String> message(YamlValue value) {
    String text = value.text();
    if (LATEST.matcher(text).matches()) {
      return Optional.of(notPinned(text));
    }
    if (TAG_KEY.matcher(value.key()).matches() && RANGE.matcher(text).matches()) {
      return Optional.of("\"%s\" is not one version; write it in full".formatted(text));
    }
    boolean image = IMAGE_KEY.matcher(value.key()).matches();
    boolean reference = PACKAGE_KEY.matcher(value.key()).matches() && text.contains("/");
    if (!image && !reference) {
      return Optional.empty();
    }
    if (text.isBlank()) {
      boolean last = value.file().name().startsWith("addons/");
      return last ? Optional.of("is empty; write name:tag") : Optional.empty();
    }
    return PINNED.matcher(text).matches() ? Optional.empty() : Optional.of(notPinned(text));
  }

  private static Stream<PackagesProblem> ofTemplate(Map.Entry<String, String> file) {
    List<String> lines = file.getValue().lines().toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .flatMap(
            i -> {
              Matcher image = LINE.matcher(lines.get(i));
              boolean floats = image.matches() && !isPinned(image.group(1));
              return floats
                  ? Stream.of(
                      new PackagesProblem(file.getKey(), i + 1, "image", notPinned(image.group(1))))
                  : Stream.empty();
            });
  }

  private static boolean isPinned(String image) {
    return PINNED.matcher(image).matches() && !LATEST.matcher(image).matches();
  }

  private static String notPinned(String image) {
    return "\"%s\" may be another image tomorrow; write name:tag with a version, or a digest"
        .formatted(image);
  }
}
