package dev.slipway.starter.aws;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.secrets.SecretWriter;
import dev.slipway.workflows.secrets.SecretWriter.Written;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Writes the GitHub App credentials by the worker's rules, with the operator's credentials. */
public final class SecretPush implements AutoCloseable {
  private final SecretsManagerClient client;
  private final SecretWriter writer;
  private final String name;

  public SecretPush(ClusterId cluster, PlatformConfig config, Map<String, String> environment) {
    client = new AwsConnection(cluster.region(), environment).secretsManager();
    writer = new SecretWriter(new OperatorSecretStore(client), cluster, config);
    name = config.githubAppSecret();
  }

  /** Idempotent: an equal value is left alone. */
  public Written.Outcome push(String value) {
    try {
      return AwsConnection.translating(
          "write secret " + name, () -> writer.write(name, "github-app", value).outcome());
    } catch (ApplicationFailure e) {
      if (e.getType().equals(FailureType.SECRET_OWNED.name())) {
        String way = ". Set secret_prefix in config.yaml to have one of your own";
        throw new CommandFailure(ExitCode.REFUSED, "The " + e.getOriginalMessage() + way, e);
      }
      throw new CommandFailure(ExitCode.AWS_FAILED, "The " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
