package dev.slipway.standins.contract;

import dev.slipway.standins.aws.StandInAws;
import dev.slipway.standins.aws.StandInEksCluster;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class StandInAwsTest extends AwsContract {
  private static StandInAws aws;

  @BeforeAll
  static void start() {
    aws = StandInAws.start("123456789012", Clock.systemUTC());
    aws.eks()
        .put(
            StandInEksCluster.active(
                "eu-west-3", "harbour", URI.create("https://127.0.0.1:1"), "Q0E="));
    aws.addHostedZone("Z0123456789ABC", "harbour.example");
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Override
  protected URI endpoint() {
    return aws.endpoint();
  }

  @Override
  protected String account() {
    return "123456789012";
  }

  @Override
  protected String region() {
    return "eu-west-3";
  }

  @Override
  protected String cluster() {
    return "harbour";
  }

  @Override
  protected String zone() {
    return "Z0123456789ABC";
  }
}
