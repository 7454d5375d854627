package dev.slipway.starter.restart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.people.PlatformRun;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/** A workflow that the command has never heard of. */
@WorkflowInterface
public interface RestartAddon extends PlatformRun {
  @WorkflowMethod(name = "RestartAddon")
  Map<String, String> restart(JsonNode request, JsonNode carried);
}
