package dev.slipway.activities.eks;

import dev.slipway.standins.cluster.StandInCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersionBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;

/** A stand-in for a cluster in which nothing is installed yet, and a client of it. */
public final class EmptyCluster implements AutoCloseable {
  private final StandInCluster server = StandInCluster.start();
  private final KubernetesClient client;

  public EmptyCluster() {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(server.endpoint().toString())
            .withCaCertData(server.caData())
            .withOauthToken("k8s-aws-v1.test")
            .withRequestRetryBackoffLimit(0)
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  public StandInCluster server() {
    return server;
  }

  public KubernetesClient client() {
    return client;
  }

  /** Leads here, whatever target is asked for. */
  public ClusterAccess access() {
    return new OneCluster(client);
  }

  public void createNamespace(String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  public void define(CustomResourceDefinitionContext kind) {
    client
        .resource(
            new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName(kind.getPlural() + "." + kind.getGroup())
                .endMetadata()
                .withNewSpec()
                .withGroup(kind.getGroup())
                .withScope(kind.getScope())
                .withNewNames()
                .withKind(kind.getKind())
                .withPlural(kind.getPlural())
                .endNames()
                .withVersions(version(kind))
                .endSpec()
                .build())
        .create();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  private static CustomResourceDefinitionVersion version(CustomResourceDefinitionContext kind) {
    CustomResourceDefinitionVersionBuilder version =
        new CustomResourceDefinitionVersionBuilder()
            .withName(kind.getVersion())
            .withServed(true)
            .withStorage(true)
            .withNewSchema()
            .withNewOpenAPIV3Schema()
            .withType("object")
            .withXKubernetesPreserveUnknownFields(true)
            .endOpenAPIV3Schema()
            .endSchema();
    return kind.isStatusSubresource()
        ? version.withNewSubresources().withNewStatus().endStatus().endSubresources().build()
        : version.build();
  }
}
