package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.control.ObjectMeta;

/** Which Application an object belongs to, as its annotation says. */
public final class Tracking {
  private static final String ANNOTATION = "argocd.argoproj.io/tracking-id";

  private Tracking() {}

  /** The object as the Application would put it into the cluster. */
  public static ObjectNode tracked(ObjectNode target, String application) {
    ObjectNode tracked = target.deepCopy();
    ObjectMeta meta = ObjectMeta.of(target);
    tracked
        .withObject("/metadata")
        .withObject("/annotations")
        .put(
            ANNOTATION,
            "%s:%s/%s:%s/%s"
                .formatted(
                    application,
                    Health.group(target),
                    target.path("kind").asText(),
                    meta.namespace(),
                    meta.name()));
    return tracked;
  }

  /** A copy that a controller made of an object names that object, not itself, and is nobody's. */
  public static boolean isTracked(JsonNode object, String application) {
    ObjectMeta meta = ObjectMeta.of(object);
    return meta.annotation(ANNOTATION)
        .matches(
            java.util.regex.Pattern.quote(application)
                + ":[^/]*/"
                + java.util.regex.Pattern.quote(object.path("kind").asText())
                + ":[^/]*/"
                + java.util.regex.Pattern.quote(meta.name()));
  }
}
