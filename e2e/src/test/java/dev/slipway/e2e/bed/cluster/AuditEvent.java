package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One finished request to the API server. */
public record AuditEvent(
    Instant at,
    String user,
    String userAgent,
    String verb,
    String resource,
    String namespace,
    String name,
    int code,
    String uri) {

  static AuditEvent of(JsonNode event) {
    JsonNode object = event.path("objectRef");
    return new AuditEvent(
        Instant.parse(event.path("requestReceivedTimestamp").asText()),
        event.at("/user/username").asText(),
        event.path("userAgent").asText(),
        event.path("verb").asText(),
        object.path("resource").asText(),
        object.path("namespace").asText(),
        object.path("name").asText(),
        event.at("/responseStatus/code").asInt(),
        event.path("requestURI").asText());
  }

  /** The user agent's first word without its version. */
  public String agent() {
    return userAgent.split("[/ ]", 2)[0];
  }

  /** True for requests with an EKS token, which is how Slipway comes. */
  public boolean isByAwsCaller() {
    return user.startsWith("aws:");
  }

  /** True for anything but get, list, watch, and what is only tried. */
  public boolean isWrite() {
    return !verb.equals("get")
        && !verb.equals("list")
        && !verb.equals("watch")
        && !uri.contains("dryRun=All");
  }
}
