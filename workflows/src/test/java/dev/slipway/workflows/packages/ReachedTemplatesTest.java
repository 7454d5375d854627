package dev.slipway.workflows.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachedTemplatesTest {
  private static final String HELPERS =
      """
      {{- define "a" }}in a: {{ include "b" . }}{{ end }}
      {{- define "b" }}{{ if .on }}in b{{ else }}`{{ end }}{{ end }}
      {{- define "c" }}in c{{ "{{ end }}" }} still c{{ end }}
      outside
      """;

  @Test
  void leavesOutWhatNothingRenders() {
    assertThat(reached("x: 1")).doesNotContain("in a", "in b", "in c").contains("outside");
  }

  @Test
  void followsHelpersThatHelpersCall() {
    assertThat(reached("{{ include \"a\" . }}")).contains("in a", "in b").doesNotContain("in c");
    assertThat(reached("{{ template \"c\" . }}"))
        .contains("in c", "still c")
        .doesNotContain("in a");
  }

  @Test
  void takesAllWhereANameIsComputed() {
    assertThat(reached("{{ include (printf \"%s\" .x) . }}")).contains("in a", "in b", "in c");
  }

  @Test
  void leavesOutWhatStandsBehindASwitchThatNothingTurnsOn() {
    assertThat(reached("{{ if .off }}{{ include \"c\" . }}{{ end }}")).doesNotContain("in c");
    assertThat(reached("{{ if eq (toString $x.off) \"true\" }}{{ include \"c\" . }}{{ end }}"))
        .doesNotContain("in c");
    assertThat(reached("{{ if .on }}{{ include \"c\" . }}{{ end }}")).contains("in c");
    assertThat(reached("{{ if .off }}{{ else }}{{ include \"c\" . }}{{ end }}")).contains("in c");
    assertThat(reached("{{ if .off }}{{ end }}{{ include \"c\" . }}")).contains("in c");
  }

  @Test
  void takesNoCommentForACall() {
    assertThat(reached("{{/* include \"c\" */}}")).doesNotContain("in c");
  }

  @Test
  void keepsEveryLineAtItsPlace() {
    assertThat(reached("x: 1").lines()).hasSize(4).last().isEqualTo("outside");
  }

  private static String reached(String rendering) {
    return ReachedTemplates.of(
            Map.of("_h.tpl", HELPERS, "a.yaml", rendering), name -> name.equals("on"))
        .get("_h.tpl");
  }
}
