package dev.slipway.activities.helm.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BootstrapValuesTest {
  private static final HelmSession HELM =
      new HelmProcess(HelmProcess.defaultCache(), () -> {}).open();
  private static final PackagesFolder OURS = new PackagesFolder(Path.of("../packages"));

  @TempDir private Path folder;

  @AfterAll
  static void closesHelm() {
    HELM.close();
  }

  @Test
  void computesTheClusterSecretFromTheConfiguration() {
    ObjectNode secret = new BootstrapValues(OURS).clusterSecret(HELM, platform(OURS, false));

    assertThat(secret.path("name").asText()).isEqualTo("Alpha_1");
    assertThat(secret.path("nameNormalized").asText()).isEqualTo("alpha-1");
    assertThat(secret.path("server").asText()).isEqualTo("https://kubernetes.default.svc");
    assertThat(secret.at("/metadata/labels/path_routing").asText()).isEqualTo("false");
    assertThat(secret.at("/metadata/labels/auto_mode").asText()).isEqualTo("true");
    assertThat(secret.at("/metadata/annotations/domain").asText()).isEqualTo("idp.example.org");
    assertThat(secret.at("/metadata/annotations/addons_repo_url").asText())
        .isEqualTo("https://git.example.org/idp");
  }

  @Test
  void everyAddonsValuesCanBeEvaluatedUnderBothRoutings() {
    for (boolean pathRouting : new boolean[] {false, true}) {
      Platform platform = platform(OURS, pathRouting);
      BootstrapValues values = new BootstrapValues(OURS);
      for (AddonSource addon : OURS.now().addons(pathRouting).addons()) {
        ObjectNode evaluated = values.evaluate(HELM, platform, addon.key(), addon.valuesObject());
        assertThat(evaluated.toString()).doesNotContain("{{").doesNotContain("<no value>");
      }
    }
  }

  @Test
  void routingDecidesWhereArgoCdAnswers() {
    assertThat(argoCd(false).at("/global/domain").asText()).isEqualTo("argocd.idp.example.org");
    assertThat(argoCd(true).at("/global/domain").asText()).isEqualTo("idp.example.org");
    assertThat(argoCd(true).at("/configs/params/server.rootpath").asText()).isEqualTo("/argocd");
  }

  @Test
  void readsAPlainExternalSecretToo() throws IOException {
    PackagesFolder plain = plainPackages();
    ObjectNode secret = new BootstrapValues(plain).clusterSecret(HELM, platform(plain, false));

    assertThat(secret.path("name").asText()).isEqualTo("Alpha_1");
    assertThat(secret.at("/metadata/annotations/repository").asText())
        .isEqualTo("https://git.example.org/idp");
  }

  @Test
  void refusesAMissingKeyNamingKeyTemplateAndAddon() throws IOException {
    PackagesFolder plain = plainPackages();
    ObjectNode values = values("{{ if true }}{{ .metadata.labels.nope }}{{ end }}");

    assertThatThrownBy(
            () ->
                new BootstrapValues(plain).evaluate(HELM, platform(plain, false), "argocd", values))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("argocd")
        .hasMessageContaining("{{ if true }}")
        .hasMessageContaining("metadata.labels.nope");
  }

  @Test
  void aMissingKeyOfABranchThatIsNotTakenIsNoMatter() throws IOException {
    PackagesFolder plain = plainPackages();
    ObjectNode values = values("{{ if false }}{{ .metadata.labels.nope }}{{ end }}yes");

    assertThat(
            new BootstrapValues(plain)
                .evaluate(HELM, platform(plain, false), "argocd", values)
                .path("key")
                .asText())
        .isEqualTo("yes");
  }

  @Test
  void namesTheTemplateThatIsNone() throws IOException {
    PackagesFolder plain = plainPackages();
    ObjectNode values = values("{{ .name }}").put("other", "{{ nofunction }}");

    assertThatThrownBy(
            () ->
                new BootstrapValues(plain).evaluate(HELM, platform(plain, false), "argocd", values))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("argocd: {{ nofunction }} cannot be evaluated");
  }

  private ObjectNode argoCd(boolean pathRouting) {
    ObjectNode templates = OURS.now().addons(pathRouting).addon("argocd").valuesObject();
    return new BootstrapValues(OURS)
        .evaluate(HELM, platform(OURS, pathRouting), "argocd", templates);
  }

  private static ObjectNode values(String template) {
    return JsonNodeFactory.instance.objectNode().put("key", template);
  }

  private PackagesFolder plainPackages() throws IOException {
    Path manifests = Files.createDirectories(folder.resolve("argo-cd/manifests"));
    Path addons = Files.createDirectories(folder.resolve("addons"));
    Files.writeString(
        addons.resolve("values.yaml"),
        """
        argocd:
          enabled: true
          chartName: argo-cd
          namespace: argocd
          additionalResources: [{manifestPath: manifests, type: manifests}]
        """);
    Files.writeString(
        manifests.resolve("secret.yaml"),
        """
        # A comment, and a document before
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: other}}
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: hub-cluster-secret, namespace: argocd}
        spec:
          target:
            name: hub-cluster
            template:
              metadata:
                labels: {routing: '{{ .routing }}'}
                annotations: {repository: '{{ .repository }}'}
              data: {name: '{{ .clusterName }}', server: https://kubernetes.default.svc}
          data:
          - {secretKey: clusterName, remoteRef: {key: a/config, property: cluster_name}}
          - {secretKey: routing, remoteRef: {key: a/config, property: path_routing}}
          - {secretKey: repository, remoteRef: {key: a/config, property: repo.url}}
        """);
    return new PackagesFolder(folder);
  }

  private static Platform platform(PackagesFolder packages, boolean pathRouting) {
    return SamplePlatform.named("Alpha_1")
        .withRepo("https://git.example.org/idp", "packages")
        .withDomain("idp.example.org")
        .withPathRouting(pathRouting)
        .withPackages(packages.digest());
  }
}
