package dev.slipway.activities.helm;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a call of Helm led to.
 *
 * @param output what Helm rendered or said; null when it failed
 * @param error Helm's text; null when it did not fail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HelmReply(String output, String error) {
  /** Marks the reply between lines that the native library may print. */
  static final String MARK = "slipway-helm-reply ";
}
