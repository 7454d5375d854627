package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.git.GitRevisions;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.contract.PreflightActivities.SnapshotRequest;
import dev.slipway.workflows.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String CONFIG =
      """
      repo: {url: "https://git.example.com/a/b", revision: "%s", basepath: packages}
      cluster_name: alpha
      auto_mode: "false"
      region: eu-west-3
      domain: a.example.com
      route53_hosted_zone_id: Z0123456789ACMEACME
      path_routing: "true"
      """
          .formatted(COMMIT);

  @TempDir private Path root;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(root.resolve("packages/argo-cd/manifests"));
    Files.createDirectories(root.resolve("packages/external-secrets/manifests"));
    Files.createDirectories(root.resolve("packages/addons"));
    packagesHold(
        "addons/values.yaml",
        "argocd: {enabled: true, chartName: argo-cd}\nexternal-secrets: {enabled: true}\n");
    Files.createDirectories(root.resolve("config"));
    Files.writeString(root.resolve("config/alpha.yaml"), CONFIG);
    Files.writeString(root.resolve("outside.yaml"), CONFIG);
  }

  @Test
  void readsAFileOfTheConfigFolder() {
    Platform platform = take("alpha.yaml");

    assertThat(platform.config().domain()).isEqualTo("a.example.com");
    assertThat(platform.config().secretPrefix()).isEqualTo("cnoe-ref-impl/alpha");
    assertThat(platform.packages().commit()).isEqualTo(COMMIT);
    assertThat(platform.packages().digest()).hasSize(64);
    assertThat(platform.packages().charts()).containsExactly(Map.entry("argo-cd", "cafe"));
  }

  @Test
  void readsAConfigurationInline() throws IOException {
    JsonNode inline =
        new ObjectMapper()
            .readTree(
                """
                {"repo": {"url": "https://git.example.com/a/b", "basepath": "packages",
                  "revision": "0123456789abcdef0123456789abcdef01234567"},
                 "cluster_name": "alpha", "auto_mode": true, "region": "eu-west-3",
                 "domain": "a.example.com", "path_routing": false,
                 "route53_hosted_zone_id": "Z0123456789ACMEACME"}""");

    assertThat(
            snapshots()
                .take(new SnapshotRequest(AwsAccount.ALPHA, inline, null))
                .config()
                .autoMode())
        .isTrue();
  }

  @Test
  void reportsAllProblemsTogether() throws IOException {
    Files.writeString(
        root.resolve("config/alpha.yaml"),
        CONFIG.replace("alpha", "'a!'").replace("a.example.com", "<x>"));

    assertThatThrownBy(() -> take("alpha.yaml"))
        .hasMessageContaining("INVALID_CONFIG")
        .hasMessageContaining("line 2: cluster_name")
        .hasMessageContaining("line 5: domain");
  }

  @Test
  void neverLeavesTheConfigFolder() throws IOException {
    Files.createSymbolicLink(root.resolve("config/link.yaml"), root.resolve("outside.yaml"));

    assertThatThrownBy(() -> take("../outside.yaml")).hasMessageContaining("leads out of");
    assertThatThrownBy(() -> take(root.resolve("outside.yaml").toString()))
        .hasMessageContaining("leads out of");
    assertThatThrownBy(() -> take("link.yaml")).hasMessageContaining("leads out of");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> take("beta.yaml"))
        .hasMessageContaining("configFile: \"beta.yaml\" cannot be read: NoSuchFileException");
  }

  @Test
  void takesThePrefixThatThePackagesHoldLiterally() throws IOException {
    packagesHold("argo-cd/manifests/secret.yaml", "  key: cnoe-ref-impl/config\n");

    assertThat(take("alpha.yaml").config().secretPrefix()).isEqualTo("cnoe-ref-impl");
  }

  @Test
  void refusesAnotherPrefixThanThePackagesHold() throws IOException {
    packagesHold("argo-cd/manifests/secret.yaml", "  key: cnoe-ref-impl/config\n");
    Files.writeString(root.resolve("config/alpha.yaml"), CONFIG + "secret_prefix: acme\n");

    assertThatThrownBy(() -> take("alpha.yaml"))
        .hasMessageContaining("secret_prefix: \"acme\" is not possible");
  }

  @Test
  void refusesAnotherRegionThanThePackagesHold() throws IOException {
    packagesHold("external-secrets/manifests/store.yaml", "      region: us-west-2\n");

    assertThatThrownBy(() -> take("alpha.yaml"))
        .hasMessageContaining("region: \"eu-west-3\" is not possible")
        .hasMessageContaining("hold \"us-west-2\" literally");
  }

  @Test
  void leavesTemplatesToTheConfiguration() throws IOException {
    packagesHold("argo-cd/manifests/secret.yaml", "  key: '{{ .Values.secretPrefix }}/config'\n");
    packagesHold("external-secrets/manifests/store.yaml", "  region: {{ .Values.region }}\n");

    assertThat(take("alpha.yaml").config().region()).isEqualTo("eu-west-3");
  }

  private Platform take(String file) {
    return snapshots().take(new SnapshotRequest(AwsAccount.ALPHA, null, file));
  }

  private Snapshots snapshots() {
    PackagesFolder packages = new PackagesFolder(root.resolve("packages"));
    return new Snapshots(
        root.resolve("config"),
        packages,
        repo -> new GitRevisions().resolve(repo).commit(),
        (copy, routing) -> Map.of("argo-cd", "cafe"));
  }

  private void packagesHold(String file, String text) throws IOException {
    Files.writeString(root.resolve("packages").resolve(file), text);
  }
}
