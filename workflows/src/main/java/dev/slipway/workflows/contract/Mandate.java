package dev.slipway.workflows.contract;

/**
 * What a run claims to be entitled to; a worker may refuse it.
 *
 * @param unattended whether nobody has to agree to its plan
 * @param deletes whether it may delete applications
 */
public record Mandate(boolean unattended, boolean deletes) {}
