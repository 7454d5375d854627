package dev.slipway.activities.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(https = false)
class WebhooksTest {
  private static final String SLICES =
      "/apis/discovery.k8s.io/v1/namespaces/cert-manager/endpointslices"
          + "?labelSelector=kubernetes.io%2Fservice-name%3Dwebhook";

  KubernetesClient client;
  KubernetesMockServer server;

  @Test
  void waitsForAnEndpoint() throws JsonProcessingException {
    answer("[{\"addresses\":[\"10.0.0.1\"],\"conditions\":{\"ready\":false}}]");
    assertThat(new Webhooks(client).whyNotReady(configuration()))
        .contains("waits for endpoints of service webhook");
  }

  @Test
  void isContentWithAnEndpointThatIsReady() throws JsonProcessingException {
    answer("[{\"addresses\":[\"10.0.0.1\"],\"conditions\":{\"ready\":true}}]");
    assertThat(new Webhooks(client).whyNotReady(configuration())).isEmpty();
  }

  @Test
  void waitsWhereTheApiServerWritesNullForNoEndpoints() throws JsonProcessingException {
    answer("null");
    assertThat(new Webhooks(client).whyNotReady(configuration())).isPresent();
  }

  private void answer(String endpoints) {
    String slices =
        """
        {"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSliceList","items":[{"addressType":"IPv4","endpoints":%s}]}
        """;
    server.expect().withPath(SLICES).andReturn(200, slices.formatted(endpoints)).always();
  }

  private static JsonNode configuration() throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            """
            {"webhooks":[{"clientConfig":{"service":{"namespace":"cert-manager","name":"webhook"}}}]}
            """);
  }
}
