package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.ConfigSecretsActivities;
import dev.slipway.workflows.contract.ConfigSecretsActivities.ConfigSecrets;
import dev.slipway.workflows.contract.CredentialsSource;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.progress.Step;

/** Writes config.yaml and the GitHub App credentials to AWS Secrets Manager. */
final class CreateConfigSecrets implements InstallStep<Platform, ConfigSecrets> {
  private final ConfigSecretsActivities activities;
  private final CredentialsSource credentials;

  CreateConfigSecrets(Stubs stubs, CredentialsSource credentials) {
    this.activities =
        stubs.of(ConfigSecretsActivities.class, "Write the configuration to Secrets Manager");
    this.credentials = credentials;
  }

  @Override
  public Step step() {
    return Step.CREATE_CONFIG_SECRETS;
  }

  @Override
  public ConfigSecrets run(Platform platform) {
    return activities.createConfigSecrets(platform, credentials);
  }
}
