package dev.slipway.activities.helm;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one place where Helm's texts, all that it fails with, become failures of a type; the first
 * rule that a text meets decides. What no rule knows is tried again: a hook that failed says
 * nothing about whether it would again, and of a name in use, or an operation under way, the next
 * try finds out whose it is.
 */
final class HelmFailures {
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              FailureType.RELEASE_OWNED,
              "cannot be imported into the current release",
              "invalid ownership metadata"),
          new Rule(FailureType.CLUSTER_REFUSED, "exceeded quota: ", "failed quota: "),
          // Before what is passing: a refusal may quote a timeout, or the end of a file.
          new Rule(
              FailureType.HELM_REFUSED,
              "admission webhook \"[^\"]*\" denied the request",
              "ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request",
              "violates PodSecurity",
              "parse error at \\(",
              "YAML parse error on "),
          new Rule(
              FailureType.CLUSTER_UNREACHABLE,
              "(?i:kubernetes cluster unreachable)",
              "connection refused",
              "connection reset",
              "no such host",
              "i/o timeout",
              "(?i:tls handshake)",
              "unexpected EOF",
              ": EOF",
              "no route to host",
              "apiserver not ready",
              "no endpoints available",
              "failed calling webhook",
              "conversion webhook for .* failed",
              "server is currently unable to handle",
              "etcdserver: (?!request is too large)",
              "(?i:too many requests)",
              "the server was unable to return a response",
              "http2: ",
              "failed to download openapi",
              "is being terminated",
              "status unknown for quota"),
          new Rule(FailureType.ACCESS_DENIED, "\\bforbidden: "),
          new Rule(
              FailureType.HELM_REFUSED,
              "values don't meet the specifications of the schema",
              "chart requires kubeVersion: ",
              "etcdserver: request is too large",
              "Request entity too large",
              "no matches for kind ",
              "execution error at \\(",
              "template: [^ ]+:\\d+",
              " is invalid: ",
              "error validating data: ",
              "unable to decode ",
              "cannot be handled as a ",
              "trying to send message larger than max",
              "found in Chart.yaml, but missing in charts/ directory",
              "does not appear to be a gzipped archive",
              "^path \"[^\"]*\" not found",
              "Chart.yaml file is missing",
              "validation: chart\\.",
              "library charts are not installable",
              "cannot load values.yaml: "));
  private static final Set<FailureType> OF_A_TEMPLATE =
      EnumSet.of(FailureType.HELM_FAILED, FailureType.HELM_REFUSED, FailureType.CLUSTER_REFUSED);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',]+");
  private static final int LONGEST = 2000;

  private record Rule(FailureType type, Pattern texts) {
    Rule(FailureType type, String... texts) {
      this(type, Pattern.compile(String.join("|", texts)));
    }
  }

  private HelmFailures() {}

  static ApplicationFailure translate(HelmRequest request, String text) {
    String message = "Helm %s: %s".formatted(request, shortened(withoutSecrets(request, text)));
    FailureType type = typeOf(text);
    boolean template = request.operation() == HelmRequest.Operation.TEMPLATE;
    return template && OF_A_TEMPLATE.contains(type)
        ? FailureType.INVALID_PACKAGES.failure(message)
        : type.failure(message);
  }

  private static FailureType typeOf(String text) {
    return RULES.stream()
        .filter(rule -> rule.texts().matcher(text).find())
        .map(Rule::type)
        .findFirst()
        .orElse(FailureType.HELM_FAILED);
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
