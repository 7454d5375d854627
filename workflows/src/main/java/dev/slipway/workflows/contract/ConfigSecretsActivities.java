package dev.slipway.workflows.contract;

import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;

/** The two secrets in AWS Secrets Manager that External Secrets reads. */
@ActivityInterface
public interface ConfigSecretsActivities {

  /**
   * Writes {@code <prefix>/config}, and {@code <prefix>/github-app} unless it was pushed.
   *
   * <p>Idempotent: CreateSecret is the atomic claim, request tokens are derived from the content,
   * an equal value is left alone, a secret in its deletion window is restored.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#SECRET_OWNED} naming the
   *     owner, {@link FailureType#SECRET_INCOMPLETE} naming the missing keys, {@link
   *     FailureType#ACCESS_DENIED}, {@link FailureType#NOT_ALLOWED}, {@link
   *     FailureType#ACCOUNT_MISMATCH}
   */
  @ActivityMethod(name = "CreateConfigSecrets")
  ConfigSecrets createConfigSecrets(
      Platform platform, CredentialsSource credentials, Mandate mandate);

  /**
   * Where the secrets are.
   *
   * @param currentSince when the newer of their present values was written, by AWS's clock: what
   *     External Secrets read before is not up to date
   */
  record ConfigSecrets(String configArn, String githubAppArn, Instant currentSince) {}
}
