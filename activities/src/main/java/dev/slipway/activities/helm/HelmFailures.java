package dev.slipway.activities.helm;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.regex.Pattern;

/** The one place where Helm's texts, all that it fails with, become failures of a type. */
final class HelmFailures {
  private static final Pattern OWNED =
      Pattern.compile("cannot be imported into the current release|invalid ownership metadata");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)meet the specifications of the schema|incompatible with Kubernetes"
              + "|Too long: must have at most|request is too large|denied (the )?request"
              + "|no matches for kind|execution error at \\(|template: \\S+ executing"
              + "|parse error at \\(|\\bis invalid: |error validating data|field is immutable"
              + "|exceeded quota");
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "(?i)kubernetes cluster unreachable|connection refused|connection reset|no such host"
              + "|i/o timeout|tls handshake|unexpected EOF|: EOF|no route to host"
              + "|apiserver not ready|no endpoints available|failed calling webhook|server is currently unable to handle|etcdserver"
              + "|too many requests|the server was unable to return a response|http2: ");
  private static final Pattern DENIED = Pattern.compile("(?i)\\bforbidden: ");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',]+");
  private static final int LONGEST = 2000;

  private HelmFailures() {}

  static ApplicationFailure translate(HelmRequest request, String text) {
    String message = "Helm %s: %s".formatted(request, shortened(withoutSecrets(request, text)));
    if (OWNED.matcher(text).find()) {
      return FailureType.RELEASE_OWNED.failure(message);
    }
    if (REFUSED.matcher(text).find() && !isTemplate(request)) {
      return FailureType.HELM_REFUSED.failure(message);
    }
    if (UNREACHABLE.matcher(text).find()) {
      return FailureType.CLUSTER_UNREACHABLE.failure(message);
    }
    if (DENIED.matcher(text).find()) {
      return FailureType.ACCESS_DENIED.failure(message);
    }
    if (isTemplate(request)) {
      return FailureType.INVALID_PACKAGES.failure(message);
    }
    return FailureType.HELM_FAILED.failure(message);
  }

  private static boolean isTemplate(HelmRequest request) {
    return request.operation() == HelmRequest.Operation.TEMPLATE;
  }

  private static String withoutSecrets(HelmRequest request, String text) {
    String clean = text;
    for (String word : BETWEEN_WORDS.splitAsStream(request.kubeconfig()).toList()) {
      if (word.length() > 12 && !word.startsWith("http")) {
        clean = clean.replace(word, "[hidden]");
      }
    }
    return clean;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
