package dev.slipway.workflows.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GithubAppSecretTest {
  private static final String ARGO_CD =
      """
      url: https://github.com/acme
      appId: "12"
      installationId: "34"
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        planted
      """;

  private final TreeMap<String, String> files = new TreeMap<>();

  @Test
  void putsEachFileUnderItsName() {
    files.put("argocd-github", ARGO_CD);
    files.put("other", "a: 1");

    assertThat(secret().problems()).isEmpty();
    assertThat(secret().asJson())
        .isEqualTo(
            """
            {"argocd-github":{"url":"https://github.com/acme","appId":"12","installationId":"34",\
            "privateKey":"-----BEGIN RSA PRIVATE KEY-----\\nplanted\\n"},"other":{"a":1}}""");
  }

  @Test
  void isCompleteAfterTheRoundTripThroughAws() {
    files.put("argocd-github", ARGO_CD);

    assertThat(GithubAppSecret.ofJson(secret().asJson()).problems()).isEmpty();
  }

  @Test
  void wantsTheCredentialsOfArgoCd() {
    assertThat(secret().problems()).containsExactly("argocd-github is missing");
  }

  @Test
  void namesEveryMissingKeyTogether() {
    files.put("argocd-github", "appId: ''\nprivateKey: planted");
    files.put("backstage-github", "appId: 1\nclientId: planted\nclientSecret: [planted]");

    assertThat(secret().problems())
        .containsExactly(
            "argocd-github.url is missing",
            "argocd-github.appId is missing",
            "argocd-github.installationId is missing",
            "argocd-github.privateKey is no private key in PEM form",
            "backstage-github.webhookUrl is missing",
            "backstage-github.clientSecret is missing",
            "backstage-github.webhookSecret is missing",
            "backstage-github.privateKey is missing");
  }

  @Test
  void refusesThePlaceholderOfTheTemplate() {
    files.put("argocd-github", ARGO_CD.replace("acme", "<github-org>"));

    assertThat(secret().problems())
        .containsExactly("argocd-github.url still holds its placeholder");
  }

  @Test
  void tellsTheLineOfBrokenYamlAndNotItsText() {
    files.put("argocd-github", "appId: 1\nprivateKey: 'planted\n");

    assertThat(secret().problems()).hasSize(1);
    assertThat(secret().problems().get(0))
        .startsWith("argocd-github is no YAML from line")
        .doesNotContain("planted");
  }

  @Test
  void refusesAFileThatIsNoObject() {
    files.put("argocd-github", "planted");

    assertThat(secret().problems())
        .hasSize(4)
        .allSatisfy(it -> assertThat(it).doesNotContain("planted"));
  }

  @Test
  void saysNothingOfItsValues() {
    files.put("argocd-github", ARGO_CD);

    assertThat(secret()).hasToString("GithubAppSecret[argocd-github]");
    assertThat(GithubAppSecret.ofJson("planted").problems().toString()).doesNotContain("planted");
  }

  private GithubAppSecret secret() {
    return GithubAppSecret.ofFiles(files);
  }
}
