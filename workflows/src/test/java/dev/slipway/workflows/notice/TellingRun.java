package dev.slipway.workflows.notice;

import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.NoticeKind;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells that it is parked, and goes on for a while. */
@WorkflowInterface
public interface TellingRun {
  /**
   * Returns its notes.
   *
   * @param times how often it goes on as a new run, each of which tells that it is parked
   */
  @WorkflowMethod(name = "Telling")
  List<String> tell(List<String> receivers, Duration goesOnFor, int times);

  /** The workflow. */
  final class Impl implements TellingRun {
    @Override
    public List<String> tell(List<String> receivers, Duration goesOnFor, int times) {
      List<String> notes = new ArrayList<>();
      Notices notices =
          new Notices(
              new Request(receivers),
              note -> {
                notes.add(note);
                // As a progress board does.
                Workflow.setCurrentDetails(note);
              });
      try {
        notices.send(NoticeKind.PARKED, "idp is parked", "Answer with `slipway resolve`.");
        if (!goesOnFor.isZero()) {
          Workflow.sleep(goesOnFor);
        }
      } finally {
        if (CancellationScope.current().isCancelRequested()) {
          notices.send(NoticeKind.FAILED, "idp was cancelled", "");
        }
        notices.awaitStarted();
      }
      if (times > 0) {
        Workflow.continueAsNew(receivers, goesOnFor, times - 1);
      }
      return notes;
    }
  }

  /** Its request. */
  record Request(List<String> receivers) implements FlowRequest {
    @Override
    public Target target() {
      return new Target(new ClusterId("123456789012", "eu-west-3", "idp"), null);
    }

    @Override
    public ApprovalPolicy approval() {
      return new ApprovalPolicy(true, List.of(), Duration.ofDays(3), Duration.ofDays(1));
    }

    @Override
    public Mandate mandate() {
      return new Mandate(false, false);
    }

    @Override
    public AttentionPolicy attention() {
      return AttentionPolicy.FAIL;
    }

    @Override
    public String taskQueue() {
      return "slipway";
    }

    @Override
    public Duration stepWithin() {
      return Duration.ofMinutes(15);
    }
  }
}
