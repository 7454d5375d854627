package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.contract.NotificationActivities;
import dev.slipway.workflows.failure.FailureType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receivers that get every notice, and remember it. */
public final class FakeNotices implements NotificationActivities {
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  /** One try to hand a notice over. */
  public record Attempt(String receiver, Notice notice, boolean arrived) {}

  public void down(String receiver) {
    down.add(receiver);
  }

  public void up(String receiver) {
    down.remove(receiver);
  }

  /** It takes no notice, for good. */
  public void refuses(String receiver) {
    refusing.add(receiver);
  }

  @Override
  public void sendNotice(String receiver, Notice notice) {
    boolean arrives = !down.contains(receiver) && !refusing.contains(receiver);
    attempts.add(new Attempt(receiver, notice, arrives));
    if (refusing.contains(receiver)) {
      throw FailureType.NOTICE_REFUSED.failure(receiver + " answered 410");
    }
    if (!arrives) {
      throw FailureType.NOTICE_UNDELIVERED.failure(receiver + " did not answer");
    }
  }

  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** What has arrived, oldest first, as receiver, kind and title. */
  public List<String> arrived() {
    return attempts.stream()
        .filter(Attempt::arrived)
        .map(one -> one.receiver() + ": " + one.notice().kind() + ", " + one.notice().title())
        .toList();
  }
}
