package dev.slipway.starter.restart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.flow.run.PlatformFlow;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Three lines: looks, waits for a decision, restarts. */
public final class RestartAddonImpl extends PlatformFlow<RestartState> implements RestartAddon {

  /** All in one run. */
  public static final Continuation NEVER = line -> false;

  /** Goes on as a new run after the first look, and again after the restart. */
  public static final Continuation TWICE =
      line ->
          line == RestartLine.RESTART || Workflow.getInfo().getContinuedExecutionRunId().isEmpty();

  public RestartAddonImpl(Continuation continuation) {
    super(List.of(RestartLine.values()), RestartLine.GO_AHEAD, continuation);
  }

  @Override
  public Map<String, String> restart(JsonNode request, JsonNode carried) {
    return run.reportingFailure(
        () -> {
          Instant now = WorkflowClock.now();
          run.begin(request, carried, RestartState.at(now), RestartState.class);
          run.agreeOn(
              new Look(), state -> state.request().target().cluster(), (state, seen) -> state);
          return run.owningCluster(
              new Restart(), state -> state, () -> Map.of("restarted", "keycloak"));
        });
  }
}
