package dev.slipway.starter.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.progress.Attention;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttentionTextTest {
  private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

  private static Attention attention(String failure, String message, Instant answerBy) {
    return new Attention(
        1, "SETTLE", "Settling", failure, message, TEN, 1, /* skippable= */ true, answerBy);
  }

  @Test
  void namesTheEndOfThePatience() {
    Attention attention = attention("HELM_REFUSED", "argocd: no", TEN.plusSeconds(3600));
    assertThat(AttentionText.of(attention, TEN.plusSeconds(5)))
        .endsWith("  parked for 5s, tried 1 time; fails without an answer by 2026-01-01T11:00:00Z");
  }

  @Test
  void cutsNothingOff() {
    String message = "release argocd: " + "a long reason ".repeat(20) + "\nand a second line";
    assertThat(AttentionText.of(attention("HELM_REFUSED", message, null), TEN))
        .contains("  HELM_REFUSED: release argocd: " + "a long reason ".repeat(20))
        .contains("  and a second line");
  }

  @Test
  void showsAFailureThatThisBuildDoesNotKnow() {
    assertThat(AttentionText.of(attention("OUT_OF_STARS", "none left", null), TEN))
        .contains("Attention 1: Settling cannot go on", "  OUT_OF_STARS: none left");
  }

  @Test
  void tellsHowToSkipWhatMayBeSkipped() {
    assertThat(AttentionText.commands("platform/x", attention("HELM_REFUSED", "no", null)))
        .containsExactly(
            "slipway resolve -w platform/x --attention 1 --retry",
            "slipway resolve -w platform/x --attention 1 --skip --reason WHY",
            "slipway resolve -w platform/x --attention 1 --abort");
  }
}
