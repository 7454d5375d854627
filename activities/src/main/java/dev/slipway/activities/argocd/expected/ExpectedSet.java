package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Applications that Argo CD will make of the packages folder for one cluster. */
public final class ExpectedSet {
  private static final String VALUES = "$values/";

  private final AppSetChart chart;
  private final Path basepath;
  private final Map<String, String> labels;

  public ExpectedSet(AppSetChart chart, Platform platform) {
    this.chart = chart;
    this.basepath = Path.of(platform.config().repo().basepath()).normalize();
    this.labels = chart.clusterSecret().labels();
  }

  /** The Applications of the AppSet chart itself first, without an addon. */
  public List<ExpectedApplication> applications() {
    List<JsonNode> bootstrap = selected(bootstrapSets());
    List<JsonNode> addons = selected(addonSets(bootstrap));
    if (addons.isEmpty()) {
      throw FailureType.INVALID_PACKAGES.failure(
          "No ApplicationSet of packages/%s matches the cluster's labels %s"
              .formatted(
                  bootstrap.isEmpty() ? PackagesTree.BOOTSTRAP : PackagesTree.ADDONS, labels));
    }
    List<ExpectedApplication> expected = new ArrayList<>();
    expected.addAll(expected(bootstrap, Stream.generate(() -> "")));
    expected.addAll(expected(addons, texts(addons, "/labels/addonName")));
    return expected;
  }

  /** All ApplicationSets that the cluster will have, whether they select it or not. */
  public List<JsonNode> applicationSets() {
    List<JsonNode> bootstrap = bootstrapSets();
    return Stream.concat(bootstrap.stream(), addonSets(selected(bootstrap)).stream()).toList();
  }

  private List<JsonNode> bootstrapSets() {
    return chart.render(List.of(PackagesTree.BOOTSTRAP));
  }

  private List<JsonNode> addonSets(List<JsonNode> bootstrap) {
    return bootstrap.stream().flatMap(set -> chart.render(valueFiles(set)).stream()).toList();
  }

  private static List<ExpectedApplication> pairs(List<String> names, List<String> addons) {
    List<ExpectedApplication> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      pairs.add(new ExpectedApplication(names.get(i), addons.get(i)));
    }
    return pairs;
  }

  private List<ExpectedApplication> expected(List<JsonNode> sets, Stream<String> addons) {
    return pairs(texts(sets, "/name").toList(), addons.limit(sets.size()).toList());
  }

  private List<JsonNode> selected(List<JsonNode> sets) {
    return sets.stream().filter(set -> Generators.select(set, labels)).toList();
  }

  /** The bootstrap's Application takes these from Git, below {@code repo.basepath}. */
  private List<String> valueFiles(JsonNode set) {
    List<String> templates =
        sources(set)
            .flatMap(source -> elements(source.path("helm").path("valueFiles")))
            .map(JsonNode::asText)
            .toList();
    return chart.evaluate(templates).stream()
        .filter(file -> file.startsWith(VALUES))
        .map(file -> Path.of(file.substring(VALUES.length())).normalize())
        .map(file -> basepath.relativize(file).toString())
        .toList();
  }

  private static Stream<JsonNode> sources(JsonNode set) {
    JsonNode spec = set.at("/spec/template/spec");
    return Stream.concat(Stream.of(spec.path("source")), elements(spec.path("sources")));
  }

  private Stream<String> texts(List<JsonNode> sets, String field) {
    return chart
        .evaluate(
            sets.stream().map(set -> set.at("/spec/template/metadata" + field).asText()).toList())
        .stream();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
