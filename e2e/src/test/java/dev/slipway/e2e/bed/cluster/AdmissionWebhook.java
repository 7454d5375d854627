package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;

/** An admission webhook of another team: refuses one resource to callers with an EKS token. */
public final class AdmissionWebhook implements AutoCloseable {
  public static final String NAME = "guard.other-team.test";
  public static final String MESSAGE = "the other team does not want this";

  private static final ObjectMapper JSON = new ObjectMapper();
  private final KubernetesClient client;
  private final String authorityBase64;
  private final HttpsServer server;

  AdmissionWebhook(KubernetesClient client, Path keyStore, String authorityBase64) {
    this.client = client;
    this.authorityBase64 = authorityBase64;
    server = LoopbackHttps.serve(keyStore, AdmissionWebhook::refuse);
  }

  /** From now on Slipway may neither create nor change such objects, in any version. */
  public void refuse(String group, String resource) {
    client.resource(configuration(group, resource)).serverSideApply();
  }

  /** Takes {@link #refuse} back. */
  public void withdraw() {
    client.resource(configuration("", "")).delete();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private ValidatingWebhookConfiguration configuration(String group, String resource) {
    return new ValidatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName("other-team")
        .endMetadata()
        .addNewWebhook()
        .withName(NAME)
        .withAdmissionReviewVersions("v1")
        .withSideEffects("None")
        .withFailurePolicy("Fail")
        .addNewRule()
        .withApiGroups(group)
        .withApiVersions("*")
        .withOperations("CREATE", "UPDATE")
        .withResources(resource)
        .endRule()
        .addNewMatchCondition("request.userInfo.username.startsWith('aws:')", "slipway")
        .withNewClientConfig()
        .withUrl(LoopbackHttps.url(server))
        .withCaBundle(authorityBase64)
        .endClientConfig()
        .endWebhook()
        .build();
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    ObjectNode review = JSON.createObjectNode();
    review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
    ObjectNode response = review.putObject("response");
    response.put("uid", JSON.readTree(exchange.getRequestBody()).at("/request/uid").asText());
    response.put("allowed", false).putObject("status").put("message", MESSAGE);
    LoopbackHttps.answer(exchange, review);
  }
}
