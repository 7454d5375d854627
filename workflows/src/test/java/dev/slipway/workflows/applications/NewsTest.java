package dev.slipway.workflows.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** Who has a picture may get a change in 3 s and a detail in 10 s, or both since a second. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          first picture                         | none  | o | d | false | true  | 20
          first picture, everything is up       | none  | o | d | true  | true  | 20
          the known one                         | young | o | d | false | false | 20
          the known one, everything is up       | young | o | d | true  | false | 20
          the known one, long known             | old   | o | d | false | false | 20
          another detail, too soon              | young | o | e | false | false | 10
          another detail                        | old   | o | e | false | true  | 20
          another detail, everything is up      | young | o | e | true  | true  | 20
          another outline, too soon             | young | p | e | false | false | 3
          another outline                       | old   | p | e | false | true  | 20
          another outline, everything is up     | young | p | e | true  | true  | 20
          """)
  void isWhatItsReceiverDoesNotKnowAndMayHear(
      String situation,
      String known,
      String outline,
      String digest,
      boolean everythingUp,
      boolean told,
      int nextLook) {
    Picture seen = new Picture(NOW, outline, digest, List.of());
    News news = News.of(known(known), seen, everythingUp);
    assertThat(news.isDue()).isEqualTo(told);
    if (!told) {
      assertThat(news.nextLook(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(nextLook));
    }
  }

  private static KnownPicture known(String age) {
    return switch (age) {
      case "young" -> new KnownPicture("o", "d", NOW.plusSeconds(3), NOW.plusSeconds(10));
      case "old" -> new KnownPicture("o", "d", NOW.minusSeconds(1), NOW);
      default -> null;
    };
  }
}
