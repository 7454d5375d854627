package dev.slipway.activities.ownership.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an installation made and took over, as it remembers it.
 *
 * @param installed whether the install that wrote it last came to its end
 * @param planDigest of the plan that it was written under last
 * @param approver the name that was given for that plan, a claim; null where none was
 * @param entries sorted by subject
 * @param namespacesBefore names of those that were there before the first install
 * @param definitionsBefore the same of CRDs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    boolean installed,
    String planDigest,
    String approver,
    List<ManifestEntry> entries,
    List<String> namespacesBefore,
    List<String> definitionsBefore) {
  public Manifest {
    requireNonNull(planDigest, "planDigest");
    entries = List.copyOf(entries);
    namespacesBefore = List.copyOf(namespacesBefore);
    definitionsBefore = List.copyOf(definitionsBefore);
  }
}
