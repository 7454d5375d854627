package dev.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that makes up a platform, as lines that people read: pure. The plan's digest covers them. */
final class PlanFacts {
  private static final String OWN_COPY = "; Argo CD fetches a copy of its own";

  private final List<Fact> facts = new ArrayList<>();

  private PlanFacts() {}

  /** The configuration in its own order, then where, from which packages, and as whom. */
  static List<Fact> of(Platform platform) {
    PlanFacts made = new PlanFacts();
    made.addObject("", platform.config().asJson());
    made.add("account", platform.target().cluster().account());
    made.add("packages", platform.packages().digest());
    made.add("commit", platform.packages().commit());
    made.addCharts(platform.packages().charts());
    made.add("assumeRole", platform.target().assumeRole());
    return List.copyOf(made.facts);
  }

  private void addObject(String prefix, JsonNode object) {
    object
        .properties()
        .forEach(property -> addValue(prefix + property.getKey(), property.getValue()));
  }

  private void addValue(String name, JsonNode value) {
    if (value.isObject()) {
      addObject(name + ".", value);
      return;
    }
    add(name, value.asText());
  }

  private void addCharts(Map<String, String> charts) {
    if (charts != null) {
      charts.forEach((name, digest) -> add("chart " + name, "sha256:" + digest + OWN_COPY));
    }
  }

  private void add(String name, String value) {
    if (value != null) {
      facts.add(new Fact(name, value));
    }
  }
}
