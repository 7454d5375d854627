package dev.slipway.workflows.progress;

import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.ClusterId;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what happens and alone feeds queries, current details and search attributes. */
public final class ProgressBoard {
  // More than a person reads, and the run's state carries them along.
  private static final int NOTES = 20;

  private final StepStates steps;
  private final FlowLine firstLine;
  private final List<String> notes = new ArrayList<>();
  private final SearchAttributes searchAttributes = new SearchAttributes();
  private RunStatus status = RunStatus.RUNNING;
  private StatusListener listener = (newStatus, words) -> {};
  private ClusterId cluster;
  private Picture picture;
  private int expected;
  private String invitation = "";
  private Attention attention;
  private String failure;

  /** Shows these lines, all pending. */
  public ProgressBoard(List<? extends FlowLine> lines) {
    steps = new StepStates(lines);
    firstLine = lines.get(0);
  }

  /** Who hears where the run stands, beside those who look. */
  public void tell(StatusListener whom) {
    listener = whom;
  }

  /** The cluster is known from now on, and which search attributes may be set. */
  public void begin(ClusterId id, List<String> registeredSearchAttributes) {
    cluster = id;
    searchAttributes.begin(id, status, registeredSearchAttributes);
    publish();
  }

  /** What an earlier run of the chain has shown. */
  public void restore(List<StepState> finished, List<String> earlierNotes) {
    steps.restore(finished);
    notes.addAll(earlierNotes);
    publish();
  }

  /** The line that the flow begins with. */
  public FlowLine firstLine() {
    return firstLine;
  }

  public StepState state(FlowLine line) {
    return steps.of(line);
  }

  public void started(FlowLine line) {
    steps.started(line);
    show(SearchAttributes.STEP, line.name());
  }

  public void finished(FlowLine line) {
    steps.finished(line);
    publish();
  }

  public void notRequired(FlowLine line) {
    steps.notRequired(line);
    publish();
  }

  /** The step has failed, or was cancelled with the run. */
  public void ended(FlowLine line, TemporalFailure why) {
    steps.ended(line, why);
    publish();
  }

  /** The run goes on without the step, for ever. */
  public void skipped(FlowLine line, String why) {
    steps.skipped(line, why);
    publish();
  }

  /** The step's own word for where it is. */
  public void says(FlowLine line, String word) {
    steps.says(line, word);
    publish();
  }

  public void status(RunStatus newStatus) {
    become(newStatus, invitation);
  }

  /** The run waits for a person. */
  public void parked(Attention what, String plea) {
    attention = what;
    invitation = plea;
    status(RunStatus.NEEDS_ATTENTION);
  }

  /** The run waits no longer for an answer. */
  public void answered() {
    attention = null;
    invitation = "";
    publish();
  }

  /** The run goes on after a person's answer. */
  public void resumed(String note) {
    note(note);
    become(RunStatus.RUNNING, note);
  }

  /** Whoever should have answered is told once more. */
  public void remind() {
    listener.stands(status, invitation);
  }

  /** The run has failed, or was cancelled. */
  public void ended(TemporalFailure why) {
    invitation = "";
    if (why instanceof CanceledFailure) {
      status(RunStatus.CANCELLED);
      return;
    }
    failure = words(why);
    become(RunStatus.FAILED, failure);
  }

  /** Something a person should know; only the newest are kept. */
  public void note(String note) {
    notes.add(note);
    if (notes.size() > NOTES) {
      notes.remove(0);
    }
    publish();
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Markdown that tells a person what to answer and how; empty when nothing is asked. */
  public void invite(String markdown) {
    invitation = markdown;
    publish();
  }

  public void picture(Picture latest, int expectedApplications) {
    picture = latest;
    expected = expectedApplications;
    publish();
  }

  /** The latest picture of the applications; null before the first. */
  public Picture picture() {
    return picture;
  }

  public Progress progress() {
    return new Progress(
        cluster == null ? "" : cluster.toString(),
        status.name(),
        status.title(),
        steps.inOrder(),
        Progress.Count.of(picture, expected),
        notes,
        attention,
        failure);
  }

  private void become(RunStatus newStatus, String words) {
    status = newStatus;
    show(SearchAttributes.STATUS, newStatus.name());
    listener.stands(newStatus, words);
  }

  private void show(String attribute, String value) {
    searchAttributes.show(Map.of(attribute, value));
    publish();
  }

  private void publish() {
    Workflow.setCurrentDetails(Details.of(progress(), invitation, picture));
  }

  private static String words(TemporalFailure why) {
    return why instanceof ApplicationFailure named
        ? FailureType.words(named.getType(), named.getOriginalMessage())
        : why.getOriginalMessage();
  }
}
