package dev.slipway.activities.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.PackagesTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A copy of the packages folder that nobody changes, of exactly the files that were digested. */
public final class PackagesCopy {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path root;
  private final String digest;

  PackagesCopy(Path root, String digest) {
    this.root = root;
    this.digest = digest;
  }

  public Path root() {
    return root;
  }

  /** SHA-256 over the sorted paths and the contents of all files but Git's own, hexadecimal. */
  public String digest() {
    return digest;
  }

  /** The digest of one folder in it. */
  public String digest(String folder) {
    return FolderDigest.of(path(folder));
  }

  /**
   * Where a file or a folder lies, whether it is there or not.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES} where the
   *     name leads out of the folder
   */
  public Path path(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw FailureType.INVALID_PACKAGES.failure(
          "\"%s\" leads out of packages/; name a place in it".formatted(name));
    }
    return path;
  }

  /** Whether it still is what was digested. */
  boolean isIntact() {
    return FolderFiles.of(root).digest().equals(digest);
  }

  /**
   * The addons as the AppSet chart sees them: with path routing, {@code path-routing-values.yaml}
   * is laid over {@code values.yaml}.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES}
   */
  public AddonCatalogue addons(boolean pathRouting) {
    ObjectNode values = yaml(PackagesTree.ADDONS);
    if (pathRouting) {
      values = HelmValues.merge(values, yaml(PackagesTree.PATH_ROUTING));
    }
    return AddonCatalogue.of(values);
  }

  /** Static values of a chart, {@code <folder>/values.yaml}; empty where there is no file. */
  public ObjectNode staticValues(AddonSource addon) {
    String file = addon.folder() + "/values.yaml";
    return Files.exists(path(file)) ? yaml(file) : JsonNodeFactory.instance.objectNode();
  }

  /** All files by their path. */
  public Map<String, byte[]> contents() {
    return FolderFiles.of(root).contents();
  }

  /** The folder's texts, for a check of the whole. */
  public PackagesTree tree() {
    Map<String, String> texts = new TreeMap<>();
    contents().forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
    return new PackagesTree(texts);
  }

  /** A YAML file of the folder that holds one object; an empty file is an empty object. */
  public ObjectNode yaml(String file) {
    try {
      JsonNode node = YAML.readTree(Files.readString(path(file)));
      if (node == null || node.isMissingNode() || node.isNull()) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw FailureType.INVALID_PACKAGES.failure("packages/" + file + " holds no YAML object");
    } catch (IOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "packages/%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
