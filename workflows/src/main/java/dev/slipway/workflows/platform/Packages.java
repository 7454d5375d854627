package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.failure.FailureType;

/**
 * The packages folder that was approved. Every activity that reads the folder compares the digest
 * first and refuses another with {@link FailureType#PACKAGES_CHANGED}.
 *
 * @param digest SHA-256 over the paths and contents of the worker's packages folder, hexadecimal
 * @param commit commit that {@code repo.revision} resolved to; null where it could not be resolved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Packages(String digest, String commit) {
  public Packages {
    requireNonNull(digest, "digest");
  }
}
