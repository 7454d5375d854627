package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The caller's account has to be the requested one; goes before every other look. */
public final class AccountExaminer implements Examiner {
  private final AwsClients aws;

  public AccountExaminer(AwsClients aws) {
    this.aws = aws;
  }

  @Override
  public String subject(Platform platform) {
    return "AWS account " + platform.target().cluster().account();
  }

  @Override
  public Turn turn() {
    return Turn.ACCOUNT;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Target target = request.platform().target();
    GetCallerIdentityResponse caller =
        AwsFailures.naming("caller identity", () -> aws.sts(target).getCallerIdentity());
    String requested = target.cluster().account();
    if (!requested.equals(caller.account())) {
      throw FailureType.ACCOUNT_MISMATCH.failure(
          "the request names account %s, but the worker acts as %s in account %s"
              .formatted(requested, caller.arn(), caller.account()));
    }
  }
}
