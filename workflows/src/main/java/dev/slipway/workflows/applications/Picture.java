package dev.slipway.workflows.applications;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * All Applications that count, at one moment.
 *
 * @param seenAt when the list was answered, by the worker's clock
 * @param outline digest of which applications are there, up, or in error
 * @param digest over the applications without times: equal digests show the same picture
 */
public record Picture(
    Instant seenAt, String outline, String digest, List<Application> applications) {
  public Picture {
    requireNonNull(seenAt, "seenAt");
    requireNonNull(outline, "outline");
    requireNonNull(digest, "digest");
    applications = List.copyOf(applications);
  }
}
