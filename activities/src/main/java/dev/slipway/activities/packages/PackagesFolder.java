package dev.slipway.activities.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The worker's packages folder. It is read afresh each time: the digest decides what counts. */
public final class PackagesFolder {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path root;

  public PackagesFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** SHA-256 over the sorted paths and the contents of all files but Git's own, hexadecimal. */
  public String digest() {
    return FolderDigest.of(root);
  }

  /** The digest of one folder in it. */
  public String digest(String folder) {
    return FolderDigest.of(root.resolve(folder));
  }

  /**
   * Refuses to go on with a folder that is not the approved one.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#PACKAGES_CHANGED} naming both
   *     digests
   */
  public void refuseOther(Packages approved) {
    String found = digest();
    if (!found.equals(approved.digest())) {
      throw FailureType.PACKAGES_CHANGED.failure(
          "The packages folder has digest %s; approved was %s. Start a new run, or give this worker the approved packages"
              .formatted(found, approved.digest()));
    }
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
    return Files.exists(root.resolve(file)) ? yaml(file) : JsonNodeFactory.instance.objectNode();
  }

  /** The folder's texts, for a check of the whole. */
  public PackagesTree tree() {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (Map.Entry<String, Path> file : FolderDigest.files(root).entrySet()) {
        texts.put(file.getKey(), new String(Files.readAllBytes(file.getValue()), UTF_8));
      }
      return new PackagesTree(texts);
    } catch (IOException | UncheckedIOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "The packages folder cannot be read: " + e.getMessage(), e);
    }
  }

  /** A YAML file of the folder that holds one object; an empty file is an empty object. */
  public ObjectNode yaml(String file) {
    try {
      JsonNode node = YAML.readTree(Files.readString(root.resolve(file)));
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
