package dev.slipway.activities.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.wire.Payloads;

/**
 * Makes the digest of a plan, from all of it but the digest: pure. What is absent does not count,
 * so a field that a later version adds leaves the digests of plans without it as they were.
 */
final class PlanDigest {
  private static final ObjectMapper MAPPER =
      Payloads.canonical().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

  private PlanDigest() {}

  /** The plan with its digest. */
  static Plan stamped(Plan draft) {
    return new Plan(draft.cluster(), draft.facts(), draft.changes(), draft.warnings(), of(draft));
  }

  /** Hexadecimal SHA-256, whatever digest the plan has now. */
  static String of(Plan plan) {
    ObjectNode content = canonical(plan);
    content.remove("digest");
    return Sha256.of(content.toString().getBytes(UTF_8));
  }

  /** A plan, or a part of one, sorted and without what is absent. */
  static ObjectNode canonical(Object part) {
    return MAPPER.valueToTree(part);
  }
}
