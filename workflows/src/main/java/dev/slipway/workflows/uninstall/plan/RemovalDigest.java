package dev.slipway.workflows.uninstall.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.wire.Payloads;

/**
 * Makes the digest of a removal's plan, from all of it but the digest: pure. What is absent does
 * not count, so a field that a later version adds leaves the digests of plans without it.
 */
public final class RemovalDigest {
  private static final ObjectMapper MAPPER =
      Payloads.canonical().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

  private RemovalDigest() {}

  /** The plan with its digest, whatever digest it has now. */
  public static RemovalPlan stamped(RemovalPlan draft) {
    ObjectNode content = MAPPER.valueToTree(draft);
    content.remove("digest");
    return new RemovalPlan(
        draft.cluster(),
        draft.waves(),
        draft.kept(),
        draft.warnings(),
        draft.blockers(),
        draft.unread(),
        Sha256.of(content.toString().getBytes(UTF_8)));
  }
}
