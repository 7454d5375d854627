package dev.slipway.starter.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The install of a newer build, which answers with what this build has never seen. */
@WorkflowInterface
public interface NewerInstall {
  @WorkflowMethod(name = "InstallPlatform")
  JsonNode install(JsonNode request);

  @UpdateMethod(name = "decide")
  JsonNode decide(JsonNode decision);

  @QueryMethod(name = "progress")
  JsonNode progress();

  @QueryMethod(name = "plan")
  JsonNode plan();

  @QueryMethod(name = "applications")
  JsonNode applications();

  /** Says what is written in files, and ends as the request says when somebody has decided. */
  final class Answers implements NewerInstall {
    private boolean decided;

    @Override
    public JsonNode install(JsonNode request) {
      Workflow.await(() -> decided);
      return written(request.get("report").asText());
    }

    @Override
    public JsonNode decide(JsonNode decision) {
      decided = true;
      return written("decision");
    }

    @Override
    public JsonNode progress() {
      return written("progress");
    }

    @Override
    public JsonNode plan() {
      return written("plan");
    }

    @Override
    public JsonNode applications() {
      return written("applications");
    }

    private static JsonNode written(String name) {
      try (InputStream file = NewerInstall.class.getResourceAsStream("/newer/" + name + ".json")) {
        return new ObjectMapper().readTree(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
