package dev.slipway.workflows.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubAppSecretTest {
  private static final String ARGO_CD =
      """
      url: https://github.com/acme
      appId: "1234"
      installationId: 5678
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        planted
        -----END RSA PRIVATE KEY-----
      """;
  private static final String BACKSTAGE =
      """
      appId: 1234
      webhookUrl: https://smee.example.com/x
      clientId: Iv1.abc
      clientSecret: planted-client-secret
      webhookSecret: planted-webhook-secret
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        planted
        -----END RSA PRIVATE KEY-----
      """;

  @Test
  void holdsEachFileUnderItsName() throws Exception {
    JsonNode json = new ObjectMapper().readTree(read(ARGO_CD, BACKSTAGE).json());
    assertThat(json.at("/argocd-github/installationId").asText()).isEqualTo("5678");
    assertThat(json.at("/argocd-github/privateKey").asText())
        .isEqualTo("-----BEGIN RSA PRIVATE KEY-----\nplanted\n-----END RSA PRIVATE KEY-----\n");
    assertThat(json.at("/backstage-github/clientSecret").asText())
        .isEqualTo("planted-client-secret");
  }

  @Test
  void keepsFilesAndKeysThatItDoesNotKnow() throws Exception {
    GithubAppSecret secret =
        GithubAppSecret.read(
            Map.of(
                "argocd-github",
                ARGO_CD + "note: mine\n",
                "backstage-github",
                BACKSTAGE,
                "other",
                "a: b"));
    JsonNode json = new ObjectMapper().readTree(secret.json());
    assertThat(json.at("/other/a").asText()).isEqualTo("b");
    assertThat(json.at("/argocd-github/note").asText()).isEqualTo("mine");
  }

  @Test
  void namesMissingFilesAndKeys() {
    assertThat(
            GithubAppSecret.read(Map.of("argocd-github", "url: https://github.com/a\n")).problems())
        .containsExactly(
            "argocd-github.appId: is missing",
            "argocd-github.installationId: is missing",
            "argocd-github.privateKey: is missing");
  }

  @Test
  void wantsTheAppOfArgoCdAndLeavesBackstagesToWhoHasOne() {
    assertThat(GithubAppSecret.read(Map.of("argocd-github", ARGO_CD)).problems()).isEmpty();
    assertThat(GithubAppSecret.read(Map.of("backstage-github", BACKSTAGE)).problems())
        .containsExactly(
            "argocd-github: is missing; it needs url, appId, installationId, privateKey");
  }

  @Test
  void refusesWhatTheTemplatesHold() {
    String argoCd = ARGO_CD.replace("com/acme", "com/<github-org>").replace("1234", "123abc");
    String backstage =
        BACKSTAGE
            .replace("smee.example.com/x", "...")
            .replace("Iv1.abc", "ABC..")
            .replace("  planted\n", "  ...\n");
    assertThat(read(argoCd, backstage).problems())
        .containsExactly(
            "argocd-github.url: is a placeholder; fill in your own value",
            "argocd-github.appId: is no number, as GitHub shows it on the App's page",
            "backstage-github.webhookUrl: is a placeholder; fill in your own value",
            "backstage-github.clientId: is a placeholder; fill in your own value",
            "backstage-github.privateKey: is no private key in PEM form");
  }

  @Test
  void repeatsNoValueWhenAFileIsNotYaml() {
    GithubAppSecret secret = read("privateKey: \"planted\n", "planted: [planted: : planted");
    assertThat(secret.problems()).anyMatch(problem -> problem.startsWith("argocd-github, line "));
    assertThat(String.join("\n", secret.problems())).doesNotContain("planted");
    assertThat(secret.toString()).doesNotContain("planted");
  }

  @Test
  void givesNoValueWhileThereAreProblems() {
    assertThatIllegalStateException().isThrownBy(() -> read(ARGO_CD, "").json());
  }

  @Test
  void findsWhatAPushedSecretLacks() throws Exception {
    JsonNode pushed =
        new ObjectMapper().readTree("{\"argocd-github\": {\"appId\": 1, \"url\": null}}");
    assertThat(GithubAppSecret.problemsOf(pushed))
        .contains("argocd-github.url: is missing", "argocd-github.privateKey: is missing")
        .doesNotContain("argocd-github.appId: is missing");
  }

  private static GithubAppSecret read(String argoCd, String backstage) {
    return GithubAppSecret.read(Map.of("argocd-github", argoCd, "backstage-github", backstage));
  }
}
