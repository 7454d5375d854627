package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {
  private static final Map<String, String> LABELS =
      Map.of("environment", "control-plane", "auto_mode", "true");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                | true
          {matchLabels: {auto_mode: 'true'}}                                                | true
          {matchLabels: {auto_mode: 'false'}}                                               | false
          {matchLabels: {auto_mode: 'true', absent: x}}                                     | false
          {matchExpressions: [{key: auto_mode, operator: In, values: ['true', 'maybe']}]}   | true
          {matchExpressions: [{key: auto_mode, operator: In, values: ['false']}]}           | false
          {matchExpressions: [{key: absent, operator: In, values: ['']}]}                   | false
          {matchExpressions: [{key: auto_mode, operator: NotIn, values: ['false']}]}        | true
          {matchExpressions: [{key: auto_mode, operator: NotIn, values: ['true']}]}         | false
          {matchExpressions: [{key: absent, operator: NotIn, values: ['true']}]}            | true
          {matchExpressions: [{key: auto_mode, operator: Exists}]}                          | true
          {matchExpressions: [{key: absent, operator: Exists}]}                             | false
          {matchExpressions: [{key: absent, operator: DoesNotExist}]}                       | true
          {matchExpressions: [{key: auto_mode, operator: DoesNotExist}]}                    | false
          {matchLabels: {auto_mode: 'true'}, matchExpressions: [{key: x, operator: Exists}]} | false
          """)
  void matchesAsKubernetesDoes(String selector, boolean matches) throws IOException {
    assertThat(LabelSelector.matches(yaml(selector), LABELS)).isEqualTo(matches);
  }

  @Test
  void refusesAnOperatorThatKubernetesDoesNotKnow() throws IOException {
    JsonNode selector = yaml("{matchExpressions: [{key: a, operator: Contains}]}");
    assertThatThrownBy(() -> LabelSelector.matches(selector, LABELS))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("\"Contains\"");
  }

  private static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }
}
