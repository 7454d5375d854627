package dev.slipway.starter.aws;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import java.util.Map;
import software.amazon.awssdk.services.sts.StsClient;

/** The account of the AWS credentials at hand. */
public final class CallerAccount {
  private CallerAccount() {}

  /**
   * Asks AWS who is calling.
   *
   * @throws CommandFailure where AWS does not tell, with the option that spares asking
   */
  public static String in(String region, Map<String, String> environment) {
    try (StsClient sts = new AwsConnection(region, environment).sts()) {
      return AwsConnection.translating(
          "name your account", () -> sts.getCallerIdentity().account());
    } catch (CommandFailure e) {
      throw new CommandFailure(ExitCode.AWS_FAILED, e.getMessage() + ", or give --account", e);
    }
  }
}
