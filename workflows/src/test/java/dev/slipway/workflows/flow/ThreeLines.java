package dev.slipway.workflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.flow.run.PlatformFlow;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The shortest workflow: it looks at a cluster, asks for approval, and paints it. */
@WorkflowInterface
public interface ThreeLines extends PlatformRun {
  ClusterId CLUSTER = new ClusterId("123456789012", "eu-west-3", "idp");

  @WorkflowMethod(name = "PaintCluster")
  String paint(JsonNode request, JsonNode carried);

  /** Its lines. */
  enum Line implements FlowLine {
    LOOK("Looking at the wall"),
    AGREE("Waiting for the colour"),
    PAINT("Painting");

    private final String title;

    Line(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Its request. */
  record Request(Target target, ApprovalPolicy approval, String taskQueue, Duration stepWithin)
      implements FlowRequest {
    static Request anyApproverWithin(Duration deadline) {
      return new Request(
          new Target(CLUSTER, null),
          new ApprovalPolicy(true, List.of(), deadline, deadline.dividedBy(2)),
          "slipway",
          Duration.ofMinutes(15));
    }

    @Override
    public AttentionPolicy attention() {
      return AttentionPolicy.FAIL;
    }

    @Override
    public Mandate mandate() {
      return new Mandate(!approval.required(), false);
    }
  }

  /** Its memory. */
  record State(Request request, Instant decideBy, Agreement agreement, String colour)
      implements FlowState<State> {
    @Override
    public State withDecideBy(Instant deadline) {
      return new State(request, deadline, agreement, colour);
    }

    @Override
    public State withAgreement(Agreement reached) {
      return new State(request, decideBy, reached, colour);
    }

    State withColour(Look.Seen seen) {
      return new State(request, decideBy, agreement, seen.colour());
    }
  }

  /** Its first step. */
  record Look() implements Planning<ClusterId, Look.Seen> {
    record Seen(String colour, Plan plan) implements Planned {}

    @Override
    public FlowLine line() {
      return Line.LOOK;
    }

    @Override
    public boolean isOutdated(ClusterId cluster) {
      return false;
    }

    @Override
    public Seen run(ClusterId cluster) {
      List<Change> changes = List.of(Change.of(Change.Action.CHANGE, "wall", "blue"));
      return new Seen("blue", new Plan(cluster, List.of(), changes, List.of(), "0123456789ab"));
    }
  }

  /** Its last one. */
  record Paint(ClusterClaim claim) implements FlowStep<String, Void> {
    @Override
    public FlowLine line() {
      return Line.PAINT;
    }

    @Override
    public Void run(String planDigest) {
      claim.take(planDigest);
      return null;
    }
  }

  /** The workflow. */
  final class Impl extends PlatformFlow<State> implements ThreeLines {
    private final Supplier<String> work;

    Impl(Supplier<String> work) {
      super(List.of(Line.values()), Line.AGREE, Continuation.WHEN_SUGGESTED);
      this.work = work;
    }

    @Override
    public String paint(JsonNode request, JsonNode carried) {
      return run.reportingFailure(
          () -> {
            Request read = Request.anyApproverWithin(Duration.ofDays(1));
            Instant tomorrow = WorkflowClock.now().plusSeconds(86400);
            run.begin(request, carried, new State(read, tomorrow, null, null), State.class);
            run.agreeOn(new Look(), state -> CLUSTER, State::withColour);
            return run.owningCluster(
                new Paint(ClusterClaim.of(read)), state -> state.agreement().plan().digest(), work);
          });
    }
  }
}
