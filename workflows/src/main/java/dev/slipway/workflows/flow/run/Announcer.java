package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.contract.NoticeKind;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.notice.Notices;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.StatusListener;
import java.util.function.Consumer;

/** Sends a notice whenever a run comes to stand where people away from it want to know. */
final class Announcer implements StatusListener {
  // A plan of hundreds of changes is read in Temporal, not in a message.
  private static final int LONGEST = 8_000;

  private final Consumer<String> note;
  private RunStatus last = RunStatus.RUNNING;
  private Notices notices;
  private String cluster;

  /**
   * Announces nothing before {@link #begin}.
   *
   * @param note is told which notice did not arrive
   */
  Announcer(Consumer<String> note) {
    this.note = note;
  }

  /** The receivers are known from now on. */
  void begin(FlowRequest request) {
    notices = new Notices(request, note);
    cluster = request.target().cluster().toString();
  }

  @Override
  public void stands(RunStatus status, String words) {
    boolean again = status == last;
    boolean resumed = last == RunStatus.NEEDS_ATTENTION;
    last = status;
    switch (status) {
      case RUNNING -> {
        if (resumed) {
          send(NoticeKind.RESUMED, "goes on", words);
        }
      }
      case AWAITING_APPROVAL -> send(NoticeKind.APPROVAL_NEEDED, status.title(), words);
      case APPROVAL_DUE -> send(NoticeKind.REMINDER, status.title(), words);
      case NEEDS_ATTENTION ->
          send(again ? NoticeKind.REMINDER : NoticeKind.PARKED, status.title(), words);
      case SUCCEEDED -> send(NoticeKind.SUCCEEDED, status.title(), words);
      case FAILED, CANCELLED -> send(NoticeKind.FAILED, status.title(), words);
    }
  }

  /** Before a run ends or goes on as another: what was sent lives by itself then. */
  void awaitStarted() {
    if (notices != null) {
      notices.awaitStarted();
    }
  }

  private void send(NoticeKind kind, String what, String words) {
    if (notices != null) {
      String text = words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
      notices.send(kind, cluster + ": " + what, text);
    }
  }
}
