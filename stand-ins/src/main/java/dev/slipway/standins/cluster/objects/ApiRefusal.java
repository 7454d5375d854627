package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A failure as an API server answers it. */
public final class ApiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final transient List<FieldConflict> causes;

  public ApiRefusal(int code, String reason, String message) {
    this(code, reason, message, List.of());
  }

  private ApiRefusal(int code, String reason, String message, List<FieldConflict> causes) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.causes = causes;
  }

  public static ApiRefusal notFound(ObjectKey key) {
    return new ApiRefusal(404, "NotFound", key + " not found");
  }

  public static ApiRefusal noSuchPath() {
    return new ApiRefusal(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiRefusal conflict(ObjectKey key, String why) {
    return new ApiRefusal(409, "Conflict", "Operation cannot be fulfilled on " + key + ": " + why);
  }

  /** Fields that another manager applied with other values. */
  static ApiRefusal fieldConflicts(List<FieldConflict> conflicts) {
    return new ApiRefusal(409, "Conflict", FieldConflict.summary(conflicts), conflicts);
  }

  public static ApiRefusal badRequest(String message) {
    return new ApiRefusal(400, "BadRequest", message);
  }

  public int code() {
    return code;
  }

  public ObjectNode status() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
    for (FieldConflict cause : causes) {
      status.withObject("/details").withArray("causes").add(cause.json());
    }
    return status.put("code", code);
  }
}
