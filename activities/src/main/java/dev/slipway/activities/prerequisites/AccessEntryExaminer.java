package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;

/** The caller has an access entry; what it may do is asked of the API server itself. */
public final class AccessEntryExaminer implements Examiner {
  private static final Pattern SESSION =
      Pattern.compile(
          "arn:(?<partition>[^:]+):sts::(?<account>\\d+):assumed-role/(?<role>.+)/[^/]+");

  private final AwsClients aws;

  public AccessEntryExaminer(AwsClients aws) {
    this.aws = aws;
  }

  @Override
  public String subject(Platform platform) {
    return "access entry of the caller";
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Target target = request.platform().target();
    String subject = subject(request.platform());
    try {
      String principal = principal(target);
      if (!hasEntry(target, principal)) {
        findings.warning(
            subject,
            "%s has none in %s; it is known to the API server by other means (aws-auth)"
                .formatted(principal, target.cluster()));
      }
    } catch (ApplicationFailure e) {
      findings.warning(
          subject, "whether there is one could not be established: " + e.getOriginalMessage());
    }
  }

  private boolean hasEntry(Target target, String principal) {
    return AwsFailures.naming(
        "access entry of " + principal,
        () -> {
          try {
            String name = target.cluster().name();
            aws.eks(target)
                .describeAccessEntry(call -> call.clusterName(name).principalArn(principal));
            return true;
          } catch (ResourceNotFoundException e) {
            return false;
          }
        });
  }

  private String principal(Target target) {
    return principalOf(
        AwsFailures.naming("caller identity", () -> aws.sts(target).getCallerIdentity().arn()));
  }

  /** Entries name the role, the caller's ARN its session. A path of the role is in neither. */
  static String principalOf(String caller) {
    Matcher session = SESSION.matcher(caller);
    return session.matches()
        ? session.replaceFirst("arn:${partition}:iam::${account}:role/${role}")
        : caller;
  }
}
