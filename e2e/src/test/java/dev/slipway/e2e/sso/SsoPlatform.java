package dev.slipway.e2e.sso;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.keycloak.KeycloakServer;
import dev.slipway.e2e.bed.node.Forwarder;
import dev.slipway.e2e.bed.process.Tool;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cluster with Argo CD's API server, Keycloak, and what the package's job needs to run. */
final class SsoPlatform implements AutoCloseable {
  private static final String ADMIN_PASSWORD = "planted-admin-password";
  private static final String USER_PASSWORD = "planted-user-password";
  private static final String NAMESPACE = "keycloak";
  private final Cluster cluster;
  private final KubernetesClient client;
  private final ArgoCdServer argoCd;
  private final Forwarder keycloak;
  private final Job job;

  private SsoPlatform(Bed bed, KeycloakServer server) {
    cluster = bed.cluster("alpha");
    client = cluster.client();
    argoCd = ArgoCdServer.install(bed, cluster);
    cluster.apply("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: keycloak\n");
    putConfig(ADMIN_PASSWORD);
    job = applyAllButTheJob(bed.sources().packages().resolve("keycloak/manifests"));
    argoCd.awaitReady();
    keycloak = server.serveIn(cluster, NAMESPACE, "keycloak-http");
  }

  /** One Keycloak serves many clusters. */
  static KeycloakServer startKeycloak(Bed bed) {
    return KeycloakServer.start(
        bed.folder().resolve("keycloak"),
        "https://keycloak.idp.bed.test",
        "cnoe-admin",
        ADMIN_PASSWORD);
  }

  static SsoPlatform on(Bed bed, KeycloakServer server) {
    return new SsoPlatform(bed, server);
  }

  /** Runs the job's script once. */
  Tool.Result runJob() {
    return new JobPod(cluster, job).run();
  }

  /** The Secret that External Secrets makes for Keycloak and the job. */
  void putConfig(String adminPassword) {
    Map<String, String> data =
        Map.of("KEYCLOAK_ADMIN_PASSWORD", adminPassword, "USER1_PASSWORD", USER_PASSWORD);
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName("keycloak-config")
                .endMetadata()
                .withStringData(data)
                .build())
        .serverSideApply();
  }

  void takeRight(String verb) {
    changeRights(rule -> rule.getVerbs().remove(verb));
  }

  void giveRight(String verb) {
    changeRights(rule -> rule.getVerbs().add(verb));
  }

  ClientsSecret clientsSecret() {
    return new ClientsSecret(client);
  }

  /** What the job may not print; every JSON Web Token begins with the last one. */
  List<String> secrets() {
    return List.of(ADMIN_PASSWORD, USER_PASSWORD, argoCd.password(), "eyJ");
  }

  /** Whom Argo CD takes the bearer of the token in the clients' Secret for. */
  String sessionUser() {
    return argoCd.userOf(clientsSecret().data().get("ARGOCD_SESSION_TOKEN"));
  }

  ArgoCdServer argoCd() {
    return argoCd;
  }

  @Override
  public void close() {
    keycloak.close();
  }

  // kwok would complete the job without running it.
  private Job applyAllButTheJob(Path chart) {
    String yaml =
        cluster.helm(
            "template",
            "keycloak",
            chart.toString(),
            "--show-only=templates/user-sso-config-job.yaml",
            "--set-string=pathRouting=false,domain=idp.bed.test,pythonImage=python,postgresImage=postgres");
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    objects.stream()
        .filter(object -> !(object instanceof Job))
        .forEach(object -> client.resource(object).serverSideApply());
    return objects.stream()
        .filter(Job.class::isInstance)
        .map(Job.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void changeRights(Consumer<PolicyRule> change) {
    client
        .rbac()
        .roles()
        .inNamespace(NAMESPACE)
        .withName("keycloak-config")
        .edit(
            role -> {
              rulesOfClientsSecret(role).forEach(change);
              return role;
            });
  }

  private static List<PolicyRule> rulesOfClientsSecret(Role role) {
    return role.getRules().stream()
        .filter(rule -> rule.getResourceNames().contains(ClientsSecret.NAME))
        .toList();
  }
}
