package dev.slipway.workflows.progress;

import dev.slipway.workflows.platform.ClusterId;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The search attributes of a run. One that is not registered is never set: it would block the run.
 */
public final class SearchAttributes {
  public static final String ACCOUNT = "SlipwayAccount";
  public static final String REGION = "SlipwayRegion";
  public static final String CLUSTER = "SlipwayCluster";
  public static final String STEP = "SlipwayStep";
  public static final String STATUS = "SlipwayStatus";

  /** All of them, keywords; the worker registers them at start where it may. */
  public static final List<String> ALL = List.of(ACCOUNT, REGION, CLUSTER, STEP, STATUS);

  private final Map<String, String> shown = new LinkedHashMap<>();
  private List<String> usable = List.of();

  /** Shows which cluster the run is about, from now on with those attributes that may be set. */
  void begin(ClusterId cluster, RunStatus status, List<String> registered) {
    usable = List.copyOf(registered);
    Map<String, String> values = new LinkedHashMap<>();
    values.put(ACCOUNT, cluster.account());
    values.put(REGION, cluster.region());
    values.put(CLUSTER, cluster.name());
    values.put(STATUS, status.name());
    show(values);
  }

  void show(Map<String, String> values) {
    List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (usable.contains(name) && !value.equals(shown.put(name, value))) {
            updates.add(SearchAttributeKey.forKeyword(name).valueSet(value));
          }
        });
    if (!updates.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(updates.toArray(new SearchAttributeUpdate<?>[0]));
    }
  }
}
