package dev.slipway.activities.kubernetes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark by which Argo CD knows an object as one of its Applications': annotation {@code
 * argocd.argoproj.io/tracking-id}, such as {@code keycloak-a:apps/StatefulSet:keycloak/keycloak}.
 *
 * @param group empty for the core group
 * @param namespace empty where the kind has none
 */
public record TrackingId(
    String application, String group, String kind, String namespace, String name) {
  static final String ANNOTATION = "argocd.argoproj.io/tracking-id";

  // Only the object's name may hold further colons, as those of the API server's own roles do.
  private static final Pattern FORM =
      Pattern.compile("([^:/]+):([^:/]*)/([^:/]+):([^:/]*)/([^/]+)");

  /** Whether it speaks of this object: a copy carries the mark of what it was copied from. */
  public boolean isOf(String itsGroup, String itsKind, String itsNamespace, String itsName) {
    return group.equals(itsGroup)
        && kind.equals(itsKind)
        && name.equals(itsName)
        && (itsNamespace.isEmpty() || namespace.equals(itsNamespace));
  }

  /** Empty for a text of another form, which Argo CD would not heed either. */
  static Optional<TrackingId> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new TrackingId(
                parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5)))
        : Optional.empty();
  }
}
