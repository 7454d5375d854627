package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.ConfigSecretsActivities.ConfigSecrets;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;

/** Writes config.yaml and the GitHub App credentials to AWS Secrets Manager. */
public final class CreateConfigSecrets implements FlowStep<Platform, ConfigSecrets> {
  private final ConfigSecretsActivities activities;
  private final CredentialsSource credentials;
  private final Mandate mandate;

  public CreateConfigSecrets(ActivityCalls calls, CredentialsSource credentials, Mandate mandate) {
    this.activities =
        calls.of(ConfigSecretsActivities.class, "Write the configuration to Secrets Manager");
    this.credentials = credentials;
    this.mandate = mandate;
  }

  @Override
  public FlowLine line() {
    return InstallLine.CREATE_CONFIG_SECRETS;
  }

  @Override
  public ConfigSecrets run(Platform platform) {
    return activities.createConfigSecrets(platform, credentials, mandate);
  }
}
