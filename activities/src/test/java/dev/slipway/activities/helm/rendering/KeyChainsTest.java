package dev.slipway.activities.helm.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyChainsTest {
  private final ObjectNode context = JsonNodeFactory.instance.objectNode();

  KeyChainsTest() {
    context.put("name", "alpha").putObject("metadata").putObject("labels").put("known", "yes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ .name }} and .metadata.labels.gone outside of an action",
        "{{ if eq .metadata.labels.known \"{{ .gone }}\" }}{{ .name }}{{ end }}",
        "{{ index .metadata.labels \"gone\" | default `.gone` }}",
        "{{ with .metadata }}{{ .labels.known }}{{ end }}",
        "{{ range $key, $value := .metadata.labels }}{{ $value.gone }}{{ .gone }}{{ end }}",
        "{{/* .gone */}}{{ $name := .name }}{{ (dict \"a\" $name).gone }}",
      })
  void leavesAloneWhatTheContextHasOrWhatIsNoneOfItsKeys(String template) {
    assertThat(KeyChains.noteMissing(template, context)).isEqualTo(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ .metadata.labels.gone }}",
        "{{- .metadata.labels.gone -}}",
        "{{ if true }}{{ $.metadata.labels.gone }}{{ end }}",
        "{{ with .name }}{{ . }}{{ end }}{{ .metadata.labels.gone }}",
        "{{ with .metadata.labels.gone }}{{ . }}{{ end }}",
        "{{ if eq .metadata.labels.gone \"}}\" }}{{ end }}",
      })
  void notesAKeyThatTheContextDoesNotHave(String template) {
    assertThat(KeyChains.noteMissing(template, context))
        .contains("(include \"slipway.missing\" (list $ \"metadata.labels.gone\"))")
        .doesNotContain(".metadata.labels.gone }}");
  }
}
