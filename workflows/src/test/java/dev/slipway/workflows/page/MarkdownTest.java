package dev.slipway.workflows.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a *b* _c_ **d** `e` ~f~",
        "[link](https://evil.example) <b>bold</b> &amp; ![i](x)",
        "- no list",
        "+ no list",
        "1. no list",
        "2) no list",
        "# no heading",
        "> no quote",
        "===",
        "---",
        "back\\slash \\*",
        "``` no fence",
        "a|b|c",
        "https://idp.example.org/argocd?x=1&y=_2_",
      })
  void showsForeignWordsAsTheyAre(String words) {
    assertThat(new RenderedPage("- " + Markdown.plain(words)).items()).containsExactly(words);
    assertThat(new RenderedPage(Markdown.plain(words)).text()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "`", "a``b", "*x* <b>", "``"})
  void showsForeignNamesAsTheyAre(String name) {
    assertThat(new RenderedPage(Markdown.code(name)).text().replaceAll("^\"|\"$", ""))
        .isEqualTo(name);
  }

  @Test
  void keepsForeignTextsOnTheirLine() {
    assertThat(Markdown.plain("a\n\n- b\u202ec\u0007d")).isEqualTo("a - b c d");
    assertThat(Markdown.code("a\r\n```\nb")).isEqualTo("````a ``` b````");
  }

  @Test
  void leavesCommandsOutOfTheirFenceForNobody() {
    String command = "echo '\n```\nrm -rf /\n'";

    assertThat(new RenderedPage(new Markdown().copied(command).toString()).copied())
        .containsExactly(command);
  }

  @Test
  void setsAListApartFromWhatStandsBefore() {
    String page =
        new Markdown().paragraph("words").list("Three", List.of("a", "b", "c")).toString();

    assertThat(new RenderedPage(page).items()).containsExactly("a", "b", "c");
    assertThat(page).isEqualTo("words\n\n**Three**\n\n- a\n- b\n- c");
  }

  @Test
  void hasNoHeadingForNothing() {
    assertThat(new Markdown().list("None", List.of()).toString()).isEmpty();
  }
}
