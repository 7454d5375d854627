package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;

/**
 * The account has to be one that the worker may act on, and its caller's; goes before every other
 * look.
 */
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
    AwsFailures.naming("caller identity", () -> aws.credentials(target).resolveCredentials());
  }
}
