package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Applications that Argo CD will make of the packages folder for one cluster. */
public final class ExpectedSet {
  private static final String BOOTSTRAP = "bootstrap/values.yaml";
  private static final String VALUES = "$values/";

  private final AppSetChart chart;
  private final Platform platform;
  private final Map<String, String> labels;

  public ExpectedSet(AppSetChart chart, Platform platform) {
    this.chart = chart;
    this.platform = platform;
    this.labels = chart.clusterSecret(platform).labels();
  }

  /** The Applications of the AppSet chart itself first, without an addon. */
  public List<ExpectedApplication> applications() {
    List<ExpectedApplication> expected = new ArrayList<>();
    List<JsonNode> bootstrap = selected(List.of(BOOTSTRAP));
    bootstrap.forEach(set -> expected.add(new ExpectedApplication(name(set), "")));
    bootstrap.stream()
        .flatMap(set -> selected(valueFiles(set)).stream())
        .forEach(set -> expected.add(new ExpectedApplication(name(set), addon(set))));
    if (bootstrap.isEmpty() || expected.size() == bootstrap.size()) {
      throw FailureType.INVALID_PACKAGES.failure(
          "No ApplicationSet of packages/%s matches the cluster's labels %s"
              .formatted(bootstrap.isEmpty() ? BOOTSTRAP : "addons/values.yaml", labels));
    }
    return expected;
  }

  private List<JsonNode> selected(List<String> valueFiles) {
    return chart.render(platform, valueFiles).stream()
        .filter(set -> Generators.select(set, labels))
        .toList();
  }

  /** The bootstrap's Application takes these from Git, below {@code repo.basepath}. */
  private List<String> valueFiles(JsonNode set) {
    Path basepath = Path.of(platform.config().repo().basepath()).normalize();
    return sources(set)
        .flatMap(source -> elements(source.path("helm").path("valueFiles")))
        .map(file -> chart.evaluate(platform, file.asText()))
        .filter(file -> file.startsWith(VALUES))
        .map(file -> Path.of(file.substring(VALUES.length())).normalize())
        .map(file -> basepath.toString().isEmpty() ? file : basepath.relativize(file))
        .map(Path::toString)
        .toList();
  }

  private static Stream<JsonNode> sources(JsonNode set) {
    JsonNode spec = set.path("spec").path("template").path("spec");
    return Stream.concat(Stream.of(spec.path("source")), elements(spec.path("sources")));
  }

  private String name(JsonNode set) {
    return chart.evaluate(platform, metadata(set).path("name").asText());
  }

  private String addon(JsonNode set) {
    return chart.evaluate(platform, metadata(set).path("labels").path("addonName").asText());
  }

  private static JsonNode metadata(JsonNode set) {
    return set.path("spec").path("template").path("metadata");
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
