package dev.slipway.workflows.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.platform.PlatformConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final String GOOD =
      """
      # what upstream's file looks like once its placeholders are filled
      repo:
        url: "https://github.com/acme/platform" # a fork
        revision: "HEAD"
        basepath: "packages"
      cluster_name: "alpha"
      auto_mode: "true"
      region: "eu-west-3"
      domain: cnoe.example.com
      route53_hosted_zone_id: Z0123456789ABCDEFGHIJ
      path_routing: "false"
      tags:
        githubRepo: "github.com/acme/platform"
        env: "dev"
      """;

  @Test
  void readsUpstreamsFileWithItsPlaceholdersFilled() {
    PlatformConfig config = read(GOOD);
    assertThat(config.repo())
        .isEqualTo(new PlatformConfig.Repo("https://github.com/acme/platform", "HEAD", "packages"));
    assertThat(config.clusterName()).isEqualTo("alpha");
    assertThat(config.autoMode()).isTrue();
    assertThat(config.pathRouting()).isFalse();
    assertThat(config.region()).isEqualTo("eu-west-3");
    assertThat(config.domain()).isEqualTo("cnoe.example.com");
    assertThat(config.route53HostedZoneId()).isEqualTo("Z0123456789ABCDEFGHIJ");
    assertThat(config.tags())
        .containsEntry("githubRepo", "github.com/acme/platform")
        .containsEntry("env", "dev");
  }

  @Test
  void givesEachClusterASecretPrefixOfItsOwn() {
    assertThat(read(GOOD).secretPrefix()).isEqualTo("cnoe-ref-impl/alpha");
    assertThat(read(GOOD + "secret_prefix: acme/p1\n").secretPrefix()).isEqualTo("acme/p1");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "True,true", "'\"TRUE\"',true", "false,false", "'\"False\"',false"})
  void takesTrueAndFalseInEverySpelling(String written, boolean meant) {
    assertThat(read(GOOD.replace("auto_mode: \"true\"", "auto_mode: " + written)).autoMode())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@github.com:acme/platform.git",
        "ssh://git@github.com/acme/platform",
        "git://127.0.0.1:9418/platform.git",
        "http://git.acme.example:8080/a/b/c.git"
      })
  void takesWhateverArgoCdCanClone(String url) {
    assertThat(
            read(GOOD.replace("https://github.com/acme/platform\" #", url + "\" #")).repo().url())
        .isEqualTo(url);
  }

  @Test
  void writesDomainsInSmallLetters() {
    assertThat(read(GOOD.replace("cnoe.example.com", "CNOE.Example.com")).domain())
        .isEqualTo("cnoe.example.com");
  }

  @Test
  void keepsScalarsAsTheyWereWritten() {
    String yaml = GOOD.replace("\"HEAD\"", "1.10").replace("\"alpha\"", "007");
    assertThat(read(yaml).repo().revision()).isEqualTo("1.10");
    assertThat(read(yaml).clusterName()).isEqualTo("007");
  }

  @Test
  void doesWithoutTags() {
    assertThat(read(GOOD.substring(0, GOOD.indexOf("tags:"))).tags()).isEmpty();
    assertThat(read(GOOD.substring(0, GOOD.indexOf("tags:")) + "tags:\n").tags()).isEmpty();
  }

  @Test
  void readsAFileWithByteOrderMarkAndWindowsLines() {
    assertThat(read("\uFEFF" + GOOD.replace("\n", "\r\n"))).isEqualTo(read(GOOD));
  }

  @Test
  void readsBackWhatTheConfigSecretHolds() {
    PlatformConfig config = read(GOOD);
    assertThat(ConfigReader.read(config.asJson()).config()).isEqualTo(config);
  }

  @Test
  void takesSwitchesAsJsonBooleans() throws Exception {
    JsonNode json = json(read(GOOD).asJson().put("auto_mode", false).toString());
    assertThat(ConfigReader.read(json).config().autoMode()).isFalse();
  }

  @Test
  void reportsProblemsOfJsonWithoutLines() throws Exception {
    JsonNode json =
        json("{\"domain\": null, \"region\": \"Paris\", \"tags\": {\"a\": {}}, \"x\": 1}");
    assertThat(ConfigReader.read(json).problems())
        .extracting(ConfigProblem::line, ConfigProblem::field)
        .contains(
            tuple(0, "domain"),
            tuple(0, "region"),
            tuple(0, "tags.a"),
            tuple(0, "x"),
            tuple(0, "repo"));
  }

  @Test
  void refusesJsonThatIsNoMap() throws Exception {
    assertThat(ConfigReader.read(json("[1]")).problems()).hasSize(1);
    assertThat(ConfigReader.read(json("null")).problems()).hasSize(1);
    assertThat(ConfigReader.read((JsonNode) null).problems()).hasSize(1);
  }

  @Test
  void refusesAFileOfMoreThanAMegabyte() {
    assertThat(ConfigReader.read(GOOD + "#".repeat(1 << 20)).problems())
        .extracting(ConfigProblem::message)
        .containsExactly("is larger than 1 MB, which no configuration is");
  }

  private static PlatformConfig read(String yaml) {
    ConfigReading reading = ConfigReader.read(yaml);
    assertThat(reading.problems()).isEmpty();
    return reading.config();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
