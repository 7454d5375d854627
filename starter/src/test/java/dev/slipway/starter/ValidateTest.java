package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ValidateTest {
  public static final String GOOD =
      """
      repo:
        url: https://github.com/acme/platform
        revision: main
        basepath: packages
      cluster_name: idp
      auto_mode: "true"
      region: eu-west-3
      domain: cnoe.example.com
      route53_hosted_zone_id: Z0123456789ABCDEFGHIJ
      path_routing: "true"
      """;

  @TempDir Path folder;

  @Test
  void agreesWithAGoodFile() throws Exception {
    Cli.Said said = new Cli().run("validate", "-f", write(GOOD));
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("✔ ").endsWith("config.yaml is fine\n");
  }

  @Test
  void printsEveryProblemWithItsLine() throws Exception {
    String file = write(GOOD.replace("eu-west-3", "Paris").replace("domain", "domian"));
    Cli.Said said = new Cli().run("validate", "-f", file);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.out().lines())
        .containsExactly(
            file + ":7: region: \"Paris\" is no AWS region code such as eu-west-3",
            file + ":8: domian: is not known; did you mean domain?",
            file + ": domain: is missing");
    assertThat(said.err()).isEqualTo("✗ " + file + " has 3 problems\n");
  }

  @Test
  void printsProblemsAsJson() throws Exception {
    Cli.Said said =
        new Cli().run("validate", "-o", "json", "-f", write(GOOD.replace("eu-west-3", "Paris")));
    JsonNode problems = new ObjectMapper().readTree(said.out());
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).get("line").asInt()).isEqualTo(7);
    assertThat(problems.get(0).get("field").asText()).isEqualTo("region");
  }

  @Test
  void agreesWithThePackagesOfThisRepository() {
    Cli.Said said = new Cli().run("validate", "--packages", "../packages");
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isEqualTo("✔ ../packages is fine\n");
  }

  @Test
  void printsEveryProblemOfThePackages() throws Exception {
    String packages = writePackages("keycloak: {enabled: maybe}\n");
    Cli.Said said = new Cli().run("validate", "--packages", packages);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.out().lines())
        .contains(
            packages + "/appset-chart/Chart.yaml: is missing",
            packages + "/addons/values.yaml:1: keycloak.enabled: \"maybe\" must be true or false");
    assertThat(said.err())
        .isEqualTo("✗ %s has %d problems\n".formatted(packages, said.out().lines().count()));
  }

  @Test
  void looksAtConfigurationAndPackagesTogether() throws Exception {
    String packages = writePackages("a: [");
    String file = write(GOOD.replace("eu-west-3", "Paris"));
    Cli.Said said =
        new Cli().run("validate", "-f", file, "--packages", packages, "--output", "json");
    assertThat(said.exitCode()).isEqualTo(2);
    JsonNode problems = new ObjectMapper().readTree(said.out());
    assertThat(problems.get(0).get("file").asText()).isEqualTo(file);
    assertThat(problems.findValuesAsText("message")).anyMatch(m -> m.startsWith("is not YAML"));
    assertThat(problems.findValuesAsText("file")).contains(packages + "/addons/values.yaml");
    assertThat(said.err()).contains("✗ " + file + " has 1 problem\n", "✗ " + packages + " has ");
  }

  @Test
  void needsSomethingToLookAt() {
    Cli.Said said = new Cli().run("validate");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("([-f=FILE] [--packages=DIR])");
    assertThat(new Cli().run("validate", "--packages", "nowhere").err())
        .isEqualTo("✗ There is no folder nowhere\n");
  }

  @Test
  void saysWhenThereIsNoFile() {
    Cli.Said said = new Cli().run("validate", "-f", "nowhere.yaml");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).isEqualTo("✗ There is no file nowhere.yaml\n");
  }

  @Test
  void listsUrlsFromTheFileAlone() throws Exception {
    Cli.Said said = new Cli().run("urls", "-f", write(GOOD));
    assertThat(said.out())
        .isEqualTo(
            """
            backstage       https://cnoe.example.com
            argocd          https://cnoe.example.com/argocd
            argo-workflows  https://cnoe.example.com/argo-workflows
            keycloak        https://cnoe.example.com/keycloak
            """);
  }

  @Test
  void looksNeitherAtGitNorBehindTheLinksOfAMount() throws Exception {
    Path packages = Path.of(writePackages("argocd: {enabled: true}\n"));
    for (String hidden : List.of(".git", "..2026_01_01")) {
      Files.createDirectories(packages.resolve(hidden));
      Files.writeString(packages.resolve(hidden).resolve("broken.yaml"), "a: [");
    }
    assertThat(new Cli().run("validate", "--packages", packages.toString()).out())
        .contains("addons/values.yaml")
        .doesNotContain("broken");
  }

  private String writePackages(String addons) throws Exception {
    Files.createDirectories(folder.resolve("packages/addons"));
    Files.writeString(folder.resolve("packages/addons/values.yaml"), addons);
    return folder.resolve("packages").toString();
  }

  private String write(String yaml) throws Exception {
    return Files.writeString(folder.resolve("config.yaml"), yaml).toString();
  }
}
