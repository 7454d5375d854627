package dev.slipway.workflows.people;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A run to start.
 *
 * @param type workflow type
 * @param summary one line that Temporal's UI shows
 * @param request the workflow's one argument
 */
public record NewRun(String type, String workflowId, String summary, JsonNode request) {
  public NewRun {
    requireNonNull(type, "type");
    requireNonNull(workflowId, "workflowId");
    requireNonNull(summary, "summary");
    requireNonNull(request, "request");
  }
}
