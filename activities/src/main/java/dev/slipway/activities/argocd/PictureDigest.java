package dev.slipway.activities.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.wire.Payloads;
import java.util.List;

/** Equal for equal pictures; counters, times and temporary names in messages do not count. */
final class PictureDigest {
  private PictureDigest() {}

  static String of(List<Application> applications) {
    return digest(applications.stream().map(PictureDigest::steady).toList());
  }

  /** Of which applications are there, up, or in error. */
  static String ofOutline(List<Application> applications) {
    return digest(applications.stream().map(Outline::of).toList());
  }

  private record Outline(String name, boolean up, boolean error) {
    static Outline of(Application seen) {
      return new Outline(seen.name(), seen.isUp(), seen.error() != null);
    }
  }

  private static String digest(Object canonical) {
    try {
      return Sha256.of(Payloads.canonical().writeValueAsBytes(canonical));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A picture has no digest", impossible);
    }
  }

  private static Application steady(Application seen) {
    return new Application(
        seen.name(),
        seen.addon(),
        seen.sync(),
        seen.health(),
        seen.operation(),
        seen.retrying(),
        seen.operationAtRevision(),
        steady(seen.error()),
        steady(seen.message()));
  }

  private static String steady(String words) {
    return words == null
        ? null
        : words
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
            .replaceAll("\\d+", "#");
  }
}
