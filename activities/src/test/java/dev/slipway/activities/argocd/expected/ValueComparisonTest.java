package dev.slipway.activities.argocd.expected;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueComparisonTest {
  private static final JsonNode APPLICATION =
      yaml(
          """
          spec:
            sources:
            - {repoURL: git, ref: values}
            - chart: argo-cd
              helm: {valuesObject: {global: {domain: argocd.example.com}, list: [1, 2]}}
            - {repoURL: git, path: manifests, helm: {valuesObject: {other: source}}}
          """);

  @Test
  void findsNoDifferenceBetweenEqualValues() {
    assertThat(differences("{list: [1, 2], global: {domain: argocd.example.com}}")).isEmpty();
  }

  @Test
  void namesEachValueThatDiffers() {
    assertThat(differences("{global: {domain: example.com}, list: [1, 2], ours: true}"))
        .containsExactly(
            "argocd: global.domain is \"example.com\" in the bootstrap and \"argocd.example.com\" in the Application",
            "argocd: ours is true in the bootstrap and absent in the Application");
  }

  @Test
  void saysThatThereIsNoApplication() {
    assertThat(ValueComparison.differences("argocd", yaml("{}"), Optional.empty()))
        .containsExactly("argocd: its Application does not exist");
  }

  private static List<String> differences(String computed) {
    return ValueComparison.differences("argocd", yaml(computed), Optional.of(APPLICATION));
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
