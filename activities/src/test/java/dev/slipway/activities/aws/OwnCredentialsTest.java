package dev.slipway.activities.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.activities.failure.AwsFailures;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What the SDK's own providers throw where credentials come from. */
class OwnCredentialsTest {
  private static final String ADDRESS = "aws.containerCredentialsFullUri";

  private HttpServer endpoint;

  /** Where a worker on EKS, ECS or EC2 gets its credentials. */
  enum Source {
    POD_IDENTITY_AGENT {
      @Override
      AwsCredentialsProvider at(String address) {
        System.setProperty(ADDRESS, address + "/v1/credentials");
        return ContainerCredentialsProvider.builder().build();
      }
    },
    INSTANCE_METADATA {
      @Override
      AwsCredentialsProvider at(String address) {
        return InstanceProfileCredentialsProvider.builder().endpoint(address).build();
      }
    },
    CHAIN_OF_BOTH {
      @Override
      AwsCredentialsProvider at(String address) {
        return AwsCredentialsProviderChain.of(
            POD_IDENTITY_AGENT.at(address), INSTANCE_METADATA.at(address));
      }
    };

    abstract AwsCredentialsProvider at(String address);
  }

  @BeforeEach
  void startsAnEndpointThatIsNotReady() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/",
        exchange -> {
          byte[] said = "Service Unavailable".getBytes(UTF_8);
          exchange.sendResponseHeaders(503, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    endpoint.start();
  }

  @AfterEach
  void stops() {
    endpoint.stop(0);
    System.clearProperty(ADDRESS);
  }

  @ParameterizedTest
  @EnumSource
  void waitsForAnEndpointThatIsNotReady(Source source) {
    assertThat(failureOf(source.at(address())).getOriginalMessage())
        .isEqualTo("x: the worker has no AWS credentials");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForAnEndpointThatRefuses(Source source) {
    endpoint.stop(0);

    assertThat(failureOf(source.at(address())).getOriginalMessage())
        .isEqualTo("x: the worker has no AWS credentials");
  }

  @Test
  void leavesToAwsWhatAwsAnswered() {
    AwsErrorDetails denied = AwsErrorDetails.builder().errorCode("AccessDenied").build();
    AwsCredentialsProvider refused =
        () -> {
          throw AwsServiceException.builder().statusCode(403).awsErrorDetails(denied).build();
        };

    assertThatThrownBy(
            () -> AwsFailures.naming("x", new OwnCredentials(refused)::resolveCredentials))
        .hasMessageContaining("ACCESS_DENIED");
  }

  private static ApplicationFailure failureOf(AwsCredentialsProvider provider) {
    try {
      AwsFailures.naming("x", new OwnCredentials(provider)::resolveCredentials);
      throw new AssertionError("There are credentials");
    } catch (ApplicationFailure e) {
      assertThat(e.getType()).isEqualTo("AWS_UNAVAILABLE");
      return e;
    }
  }

  private String address() {
    return "http://127.0.0.1:" + endpoint.getAddress().getPort();
  }
}
