package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * Installs the platform on one cluster. Start it under {@code
 * platform/<account>/<region>/<cluster>} with one JSON object, see {@link InstallRequest}; starting
 * it again goes on where things stand.
 */
@WorkflowInterface
public interface InstallPlatform extends PlatformRun {

  /** The workflow type, as the Temporal CLI and UI name it. */
  String TYPE = "InstallPlatform";

  /**
   * Runs the install to its end.
   *
   * @param request see {@link InstallRequest}
   * @param carried what the run brings along when it goes on as a new one; nobody else gives it
   * @throws io.temporal.failure.ApplicationFailure whose type is a {@link
   *     dev.slipway.workflows.failure.FailureType}
   */
  @WorkflowMethod(name = TYPE)
  InstallReport install(JsonNode request, JsonNode carried);

  /** Where people will reach the platform; empty before the configuration was read. */
  @QueryMethod(name = "urls", description = "Where people reach each addon")
  List<PlatformUrl> urls();
}
