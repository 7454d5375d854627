package dev.slipway.starter.option;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the run does where a step needs a person, and who is told. */
public final class AttentionOptions {
  @Option(
      names = "--on-failure",
      paramLabel = "WHAT",
      description =
          "park: wait for a person where a step needs one; fail: end. Default: park, and fail where"
              + " no approval is required.")
  private String onFailure;

  @Option(
      names = "--attention-within",
      paramLabel = "DURATION",
      description = "How long a parked run waits, such as P3D; default: as long as it takes.")
  private String within;

  @Option(
      names = "--notify",
      paramLabel = "NAME",
      description = "Webhook of the worker that is told; can be given several times.")
  private List<String> receivers = new ArrayList<>();

  /** Completes a request with what the options say. */
  public void putInto(ObjectNode request) {
    if (onFailure != null) {
      request.put("onFailure", onFailure);
    }
    if (within != null) {
      request.put("attentionWithin", within);
    }
    if (!receivers.isEmpty()) {
      ArrayNode names = request.putArray("notify");
      receivers.forEach(names::add);
    }
  }
}
