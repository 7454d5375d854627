package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A failure as an API server answers it. */
final class ApiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;

  ApiRefusal(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  static ApiRefusal notFound(ObjectKey key) {
    return new ApiRefusal(404, "NotFound", key + " not found");
  }

  static ApiRefusal noSuchPath() {
    return new ApiRefusal(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiRefusal conflict(ObjectKey key, String why) {
    return new ApiRefusal(409, "Conflict", "Operation cannot be fulfilled on " + key + ": " + why);
  }

  static ApiRefusal badRequest(String message) {
    return new ApiRefusal(400, "BadRequest", message);
  }

  int code() {
    return code;
  }

  ObjectNode status() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    return status
        .put("status", "Failure")
        .put("message", getMessage())
        .put("reason", reason)
        .put("code", code);
  }
}
