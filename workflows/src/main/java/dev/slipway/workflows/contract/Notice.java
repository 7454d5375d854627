package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing that a run tells people elsewhere. It holds nothing secret.
 *
 * @param id the same each time that this notice is sent, by which a receiver knows it again
 * @param kind the name of a {@link NoticeKind}, or of one that a newer build knows
 * @param namespace Temporal namespace of the run
 * @param cluster written {@code account/region/name}
 * @param title one line
 * @param text more of it in Markdown, with the exact command where an answer is asked for
 * @param at when it happened
 */
public record Notice(
    String id,
    String kind,
    String namespace,
    String workflowId,
    String runId,
    String cluster,
    String title,
    String text,
    Instant at) {
  public Notice {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(namespace, "namespace");
    requireNonNull(workflowId, "workflowId");
    requireNonNull(runId, "runId");
    requireNonNull(cluster, "cluster");
    requireNonNull(title, "title");
    requireNonNull(text, "text");
    requireNonNull(at, "at");
  }
}
