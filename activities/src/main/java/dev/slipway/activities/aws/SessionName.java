package dev.slipway.activities.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.workflows.digest.Sha256;

/** How CloudTrail shows a role's session: by the run that it is for. */
final class SessionName {
  // RoleSessionName of AssumeRole: [\w+=,.@-]{2,64}
  private static final int LONGEST = 64;
  private static final int DIGEST = 8;

  private SessionName() {}

  /**
   * The workflow ID in the characters that AWS takes; a long one is cut and ends in its digest, so
   * that no two are the same.
   */
  static String of(String workflowId) {
    String name = workflowId.replaceAll("[^\\w+=,.@-]", ".");
    if (name.length() <= LONGEST) {
      return name;
    }
    String digest = Sha256.of(workflowId.getBytes(UTF_8)).substring(0, DIGEST);
    return name.substring(0, LONGEST - DIGEST - 1) + "." + digest;
  }
}
