package dev.slipway.activities.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.activities.eks.EmptyCluster;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private final EmptyCluster cluster = new EmptyCluster();

  @BeforeEach
  void createSliceOfAnotherService() {
    cluster.createNamespace("cert-manager");
    createSlice("another", endpoint(true));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void waitsForAnEndpoint() throws JsonProcessingException {
    createSlice("webhook", endpoint(false));
    assertThat(new Webhooks(cluster.client()).whyNotReady(configuration()))
        .contains("waits for endpoints of service webhook");
  }

  @Test
  void isContentWithAnEndpointThatIsReady() throws JsonProcessingException {
    createSlice("webhook", endpoint(true));
    assertThat(new Webhooks(cluster.client()).whyNotReady(configuration())).isEmpty();
  }

  @Test
  void waitsWhereTheApiServerWritesNullForNoEndpoints() throws JsonProcessingException {
    createSlice("webhook");
    assertThat(new Webhooks(cluster.client()).whyNotReady(configuration())).isPresent();
  }

  private void createSlice(String service, Endpoint... endpoints) {
    cluster
        .client()
        .resource(
            new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(service)
                .withNamespace("cert-manager")
                .addToLabels("kubernetes.io/service-name", service)
                .endMetadata()
                .withAddressType("IPv4")
                .withEndpoints(endpoints)
                .build())
        .create();
  }

  private static Endpoint endpoint(boolean ready) {
    return new EndpointBuilder()
        .withAddresses("10.0.0.1")
        .withNewConditions()
        .withReady(ready)
        .endConditions()
        .build();
  }

  private static JsonNode configuration() throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            """
            {"webhooks":[{"clientConfig":{"service":{"namespace":"cert-manager","name":"webhook"}}}]}
            """);
  }
}
