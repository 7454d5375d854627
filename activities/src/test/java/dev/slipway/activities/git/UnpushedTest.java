package dev.slipway.activities.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class UnpushedTest {
  /** {@code printf 'a: 1\n' | git hash-object --stdin}. */
  private static final ObjectId A = ObjectId.fromString("a8926a52d8dcba5c4386945476ab6a2ad008afd4");

  @Test
  void isNothingWhereBothAreTheSame() {
    assertThat(Unpushed.between(here("a.yaml", "a: 1\n"), Map.of("a.yaml", A)).isNothing())
        .isTrue();
  }

  @Test
  void takesOtherLineEndsForTheSame() {
    assertThat(Unpushed.between(here("a.yaml", "a: 1\r\n"), Map.of("a.yaml", A)).isNothing())
        .isTrue();
  }

  @Test
  void takesALinkForWhatItLeadsTo() {
    assertThat(Unpushed.between(here("a", "x"), Map.of("a", ObjectId.zeroId())).isNothing())
        .isTrue();
  }

  @Test
  void namesWhatDiffersOnWhichSide() {
    Map<String, byte[]> here = here("a.yaml", "a: 2\n");
    here.put("b.yaml", new byte[0]);
    assertThat(Unpushed.between(here, Map.of("a.yaml", A, "c.yaml", A)))
        .hasToString("changed: a.yaml; only in the folder: b.yaml; only in Git: c.yaml");
  }

  @Test
  void namesTenAndCountsTheOthers() {
    Map<String, byte[]> here = new TreeMap<>();
    for (char name = 'a'; name <= 'l'; name++) {
      here.put(String.valueOf(name), new byte[0]);
    }
    assertThat(Unpushed.between(here, Map.of()))
        .hasToString("only in the folder: a, b, c, d, e, f, g, h, i, j and 2 more");
  }

  private static Map<String, byte[]> here(String name, String content) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(name, content.getBytes(UTF_8));
    return files;
  }
}
