package dev.slipway.activities.helm.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * One object of a release, as Helm renders it: pure.
 *
 * @param source the chart's file that it comes from, such as {@code argo-cd/crds/application.yaml}
 */
public record ReleaseObject(String source, KubernetesObject object) {
  private static final int LARGEST = 50_000_000;
  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (\\S+)");
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\s*$");
  private static final YAMLMapper YAML = mapper();

  /**
   * All objects of a rendering.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES} where it is
   *     no YAML
   */
  public static List<ReleaseObject> of(String rendering) {
    List<ReleaseObject> objects = new ArrayList<>();
    for (String document : SEPARATOR.split(rendering, -1)) {
      if (parse(document) instanceof ObjectNode object && object.hasNonNull("kind")) {
        Matcher source = SOURCE.matcher(document);
        objects.add(
            new ReleaseObject(source.find() ? source.group(1) : "", new KubernetesObject(object)));
      }
    }
    return objects;
  }

  /** Helm runs it aside, and does not count it among the release's own. */
  boolean isHook() {
    return object.annotations().containsKey("helm.sh/hook");
  }

  /** Helm leaves such a definition alone where there is one already, whoever brought it. */
  boolean isOfDefinitionsFolder() {
    return source.matches("([^/]+/charts/)*[^/]+/crds/.*");
  }

  /** The kind that it defines, as {@code group/kind}; empty where it defines none. */
  String defines() {
    return object.defines();
  }

  /** Its own kind in the same form. */
  String kind() {
    return kind(object.group(), object.kind());
  }

  /** With the namespace written out that Helm would put it into. */
  ReleaseObject in(String namespace) {
    return object.namespace().isEmpty() ? new ReleaseObject(source, object.in(namespace)) : this;
  }

  private static String kind(String group, String name) {
    return group + "/" + name;
  }

  private static JsonNode parse(String document) {
    try {
      return YAML.readTree(document);
    } catch (IOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "A chart renders something that is no YAML: " + e.getMessage(), e);
    }
  }

  private static YAMLMapper mapper() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
  }
}
