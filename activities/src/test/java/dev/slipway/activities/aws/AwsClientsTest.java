package dev.slipway.activities.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.allowance.Allowance;
import dev.slipway.activities.eks.EksClusterAccess;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsClientsTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/platform";
  private static final String FOREIGN_ROLE = "arn:aws:iam::999988887777:role/platform";
  private static final Target AS_ROLE = new Target(AwsAccount.ALPHA.cluster(), ROLE);
  private static final Target ELSEWHERE =
      new Target(new ClusterId("999988887777", "eu-west-3", "alpha"), null);

  private final AwsAccount account = new AwsAccount();

  @AfterEach
  void close() {
    account.close();
  }

  /** The ways to AWS that there are. */
  enum Service {
    SECRETS_MANAGER {
      @Override
      void call(AwsClients aws, Target target) {
        aws.secretsManager(target).getSecretValue(call -> call.secretId("acme/config"));
      }
    },
    EKS {
      @Override
      void call(AwsClients aws, Target target) {
        aws.eks(target).describeCluster(call -> call.name("alpha"));
      }
    },
    ROUTE_53 {
      @Override
      void call(AwsClients aws, Target target) {
        aws.route53(target).getHostedZone(call -> call.id("Z0ACME"));
      }
    },
    STS {
      @Override
      void call(AwsClients aws, Target target) {
        aws.sts(target).getCallerIdentity();
      }
    },
    TOKENS {
      @Override
      void call(AwsClients aws, Target target) {
        aws.credentials(target).resolveCredentials();
      }
    };

    abstract void call(AwsClients aws, Target target);
  }

  @ParameterizedTest
  @EnumSource
  void callsNothingWithCredentialsOfAnotherAccount(Service service) {
    AwsCredentials keys = account.assumed(FOREIGN_ROLE);
    AwsClients foreign = account.clientsWith(() -> keys);

    assertThatThrownBy(() -> call(service, foreign, AwsAccount.ALPHA))
        .hasMessageContaining("ACCOUNT_MISMATCH")
        .hasMessageContaining("the request names account 123456789012")
        .hasMessageContaining("arn:aws:sts::999988887777:assumed-role/platform/session");
    assertThat(account.aws().calls(keys.accessKeyId())).containsExactly("GetCallerIdentity");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForCredentialsOfTheWorker(Service service) {
    AwsClients none =
        account.clientsWith(
            () -> {
              throw SdkClientException.create("Failed to load credentials from metadata service.");
            });

    for (Target target : List.of(AwsAccount.ALPHA, AS_ROLE)) {
      assertThatThrownBy(() -> call(service, none, target))
          .hasMessageContaining("x: the worker has no AWS credentials")
          .hasMessageContaining("AWS_UNAVAILABLE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsNothingForATargetThatIsNotAllowed(Service service) {
    assertThatThrownBy(() -> call(service, account.clients(), ELSEWHERE))
        .hasMessageContaining("NOT_ALLOWED")
        .hasMessageContaining("account: \"999988887777\" is not allowed");
    assertThatThrownBy(() -> call(service, account.clients(), AS_ROLE))
        .hasMessageContaining("NOT_ALLOWED")
        .hasMessageContaining("allow.roles names none");
    assertThat(account.calls()).containsOnly("GetCallerIdentity");
  }

  @Test
  void asksWhoseCredentialsAreOnlyOnce() {
    AwsClients aws = account.clients();

    aws.credentials(AwsAccount.ALPHA).resolveCredentials();
    aws.credentials(AwsAccount.ALPHA).resolveCredentials();

    assertThat(account.calls()).containsExactly("GetCallerIdentity");
  }

  @Test
  void asksAgainWhenCredentialsHaveBecomeOthers() {
    AwsCredentials[] present = {AwsBasicCredentials.create("AKIDFIRST", "planted")};
    AwsClients aws = account.clientsWith(() -> present[0]);
    aws.credentials(AwsAccount.ALPHA).resolveCredentials();
    present[0] = account.assumed(FOREIGN_ROLE);

    assertThatThrownBy(() -> aws.credentials(AwsAccount.ALPHA).resolveCredentials())
        .hasMessageContaining("ACCOUNT_MISMATCH");
  }

  @Test
  void namesTheRunInARolesSessionAndGivesTheExternalId() {
    AwsClients aws = account.clients(allowing(ROLE));

    assertThat(aws.sts(AS_ROLE).getCallerIdentity().arn())
        .isEqualTo(
            "arn:aws:sts::123456789012:assumed-role/platform/"
                + "platform.123456789012.eu-west-3.alpha");
    assertThat(account.aws().externalIds()).containsExactly("acme-platform");
  }

  @Test
  void refusesARoleOfAnotherAccount() {
    AwsClients aws = account.clients(allowing("*"));
    Target foreign = new Target(AwsAccount.ALPHA.cluster(), FOREIGN_ROLE);

    assertThatThrownBy(() -> call(Service.EKS, aws, foreign))
        .hasMessageContaining("ACCOUNT_MISMATCH");
  }

  @Test
  void sendsNoTokenOfAnotherAccountToACluster() {
    try (StandInCluster cluster = StandInCluster.start();
        EksClusterAccess access =
            new EksClusterAccess(
                account.clientsOf(FOREIGN_ROLE),
                Duration.ofMinutes(10),
                "test",
                Clock.systemUTC())) {
      account.runs("alpha", cluster);

      assertThatThrownBy(
              () ->
                  KubernetesFailures.naming(
                      "x", () -> access.client(AwsAccount.ALPHA).namespaces().list()))
          .hasMessageContaining("ACCOUNT_MISMATCH");
      assertThat(cluster.requests()).isEmpty();
    }
  }

  private static void call(Service service, AwsClients aws, Target target) {
    AwsFailures.naming(
        "x",
        () -> {
          service.call(aws, target);
          return true;
        });
  }

  private static Allowance allowing(String role) {
    return new Allowance(List.of("own"), List.of("*"), List.of(role), List.of(), false);
  }
}
