package dev.slipway.workflows.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.progress.Attention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In whatever order answers come, the first that may count is the only one that does. */
final class OpenAttentionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final List<Answer> ANSWERS = List.of(Answer.RETRY, Answer.SKIP, Answer.ABORT);

  private static Attention attention(int number, boolean skippable) {
    return new Attention(
        number, "PAINT", "Painting", "ACCESS_DENIED", "no brush", NOON, 1, skippable, null);
  }

  @Test
  void takesTheFirstThatMayCountInTenThousandOrders() {
    Random random = new Random(11);
    for (int order = 0; order < 10_000; order++) {
      boolean skippable = random.nextBoolean();
      OpenAttention open = new OpenAttention(attention(2, skippable));
      List<Reply> replies = replies(random);

      List<Reply> taken = take(open, replies);

      List<Reply> mayCount = replies.stream().filter(it -> mayCount(it, skippable)).toList();
      assertThat(taken).as("%s", replies).isEqualTo(mayCount.stream().limit(1).toList());
      assertThat(open.isAnswered()).isEqualTo(!mayCount.isEmpty());
    }
  }

  private static boolean mayCount(Reply reply, boolean skippable) {
    return reply.attention() == 2 && (skippable || reply.answer() != Answer.SKIP);
  }

  private static List<Reply> replies(Random random) {
    List<Reply> replies = new ArrayList<>();
    IntStream.rangeClosed(0, random.nextInt(6))
        .mapToObj(
            person ->
                new Reply(
                    ANSWERS.get(random.nextInt(3)),
                    "person " + person,
                    "why",
                    1 + random.nextInt(3)))
        .forEach(replies::add);
    // Doubled, as a client does that got no answer.
    replies.addAll(replies.subList(0, random.nextInt(replies.size())));
    Collections.shuffle(replies, random);
    return replies;
  }

  private static List<Reply> take(OpenAttention open, List<Reply> replies) {
    List<Reply> taken = new ArrayList<>();
    for (Reply reply : replies) {
      if (open.refusal(reply).isEmpty()) {
        open.take(reply, NOON);
        taken.add(reply);
      }
    }
    return taken;
  }

  @Test
  void namesWhoWasFirst() {
    OpenAttention open = new OpenAttention(attention(1, false));
    open.take(new Reply(Answer.RETRY, "ada", null, 1), NOON);

    Optional<Refusal> refusal = open.refusal(new Reply(Answer.ABORT, "bob", null, 1));

    assertThat(refusal.orElseThrow().toString())
        .isEqualTo("ALREADY_ANSWERED: ada answered attention 1 first: retry");
  }
}
