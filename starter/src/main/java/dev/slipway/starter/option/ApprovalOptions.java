package dev.slipway.starter.option;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Who may agree to the plan, and until when. */
public final class ApprovalOptions {
  @Option(
      names = "--approval",
      paramLabel = "WHETHER",
      description = "required or notRequired; default: required.")
  private String approval;

  @Option(
      names = "--approver",
      paramLabel = "NAME",
      description = "Who may decide; can be given several times. Default: anybody.")
  private List<String> approvers = new ArrayList<>();

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description = "How long a plan waits, such as PT24H or P3D; default: PT72H.")
  private String deadline;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      showDefaultValue = Visibility.NEVER,
      description = "Name to decide under; default: your login name.")
  private String name;

  /** The name to decide under. */
  public String name() {
    return name;
  }

  /** Completes a request with what the options say. */
  public void putInto(ObjectNode request) {
    if (approval != null) {
      request.put("approval", approval);
    }
    if (!approvers.isEmpty()) {
      ArrayNode names = request.putArray("approvers");
      approvers.forEach(names::add);
    }
    if (deadline != null) {
      request.put("deadline", deadline);
    }
  }

  /** Whether somebody has to agree to what the request leads to. */
  public static boolean isRequired(ObjectNode request) {
    return !"notRequired".equals(request.path("approval").asText());
  }
}
