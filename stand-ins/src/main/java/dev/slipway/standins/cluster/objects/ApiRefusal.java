package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A failure as an API server answers it. */
public final class ApiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final transient ObjectNode details;

  public ApiRefusal(int code, String reason, String message) {
    this(code, reason, message, JsonNodeFactory.instance.objectNode());
  }

  private ApiRefusal(int code, String reason, String message, ObjectNode details) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  public static ApiRefusal notFound(ObjectKey key) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.put("name", key.name()).put("group", key.group()).put("kind", key.plural());
    return new ApiRefusal(404, "NotFound", key + " not found", details);
  }

  public static ApiRefusal noSuchPath() {
    return new ApiRefusal(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiRefusal conflict(ObjectKey key, String why) {
    return new ApiRefusal(409, "Conflict", "Operation cannot be fulfilled on " + key + ": " + why);
  }

  /** Fields that another manager applied with other values. */
  static ApiRefusal fieldConflicts(List<FieldConflict> conflicts) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    conflicts.forEach(conflict -> details.withArray("causes").add(conflict.json()));
    return new ApiRefusal(409, "Conflict", FieldConflict.summary(conflicts), details);
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
    if (!details.isEmpty()) {
      status.set("details", details);
    }
    return status.put("code", code);
  }
}
