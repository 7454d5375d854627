package dev.slipway.starter.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.starter.ExitCode;
import dev.slipway.workflows.install.InstallReport;

/**
 * How a run ended.
 *
 * @param failure the type of the failure, such as {@code REJECTED}; null on success
 * @param message why; null on success
 * @param report null unless the run succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(String failure, String message, InstallReport report) {

  public boolean isSuccess() {
    return failure == null;
  }

  public ExitCode exitCode() {
    if (failure == null) {
      return ExitCode.OK;
    }
    return switch (failure) {
      case "REJECTED", "DEADLINE_PASSED" -> ExitCode.NOT_AGREED;
      case "INVALID_REQUEST", "INVALID_CONFIG" -> ExitCode.BAD_INPUT;
      case "CLUSTER_OWNED", "SECRET_OWNED" -> ExitCode.REFUSED;
      default -> ExitCode.RUN_FAILED;
    };
  }
}
