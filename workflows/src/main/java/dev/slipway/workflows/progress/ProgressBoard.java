package dev.slipway.workflows.progress;

import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.progress.StepState.Status;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what happens and alone feeds queries, current details and search attributes. */
public final class ProgressBoard {
  private static final int NOTES = 20;

  private final Map<Step, StepState> steps = new EnumMap<>(Step.class);
  private final List<String> notes = new ArrayList<>();
  private final SearchAttributes searchAttributes = new SearchAttributes();
  private RunStatus status = RunStatus.RUNNING;
  private ClusterId cluster;
  private Picture picture;
  private int expected;
  private String invitation = "";
  private String failure;

  public ProgressBoard() {
    for (Step step : Step.values()) {
      steps.put(step, StepState.pending(step));
    }
  }

  /** The cluster is known from now on, and which search attributes may be set. */
  public void open(ClusterId id, List<String> registeredSearchAttributes) {
    cluster = id;
    searchAttributes.use(registeredSearchAttributes);
    Map<String, String> values = new LinkedHashMap<>();
    values.put(SearchAttributes.ACCOUNT, id.account());
    values.put(SearchAttributes.REGION, id.region());
    values.put(SearchAttributes.CLUSTER, id.name());
    values.put(SearchAttributes.STATUS, status.name());
    searchAttributes.show(values);
    publish();
  }

  public void started(Step step) {
    steps.compute(step, (key, state) -> state.running(now()));
    show(SearchAttributes.STEP, step.name());
  }

  public void finished(Step step) {
    steps.compute(step, (key, state) -> state.ended(Status.DONE, now(), state.detail()));
    publish();
  }

  public void failed(Step step, String message) {
    steps.compute(step, (key, state) -> state.ended(Status.FAILED, now(), message));
    publish();
  }

  /** The step's own word for where it is. */
  public void says(Step step, String word) {
    steps.compute(step, (key, state) -> state.saying(word));
    publish();
  }

  public void status(RunStatus newStatus) {
    status = newStatus;
    show(SearchAttributes.STATUS, newStatus.name());
  }

  public void fail(String message) {
    failure = message;
    status(RunStatus.FAILED);
  }

  /** Something a person should know; only the newest are kept. */
  public void note(String note) {
    notes.add(note);
    if (notes.size() > NOTES) {
      notes.remove(0);
    }
    publish();
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
    int up =
        picture == null ? 0 : (int) picture.applications().stream().filter(a -> a.isUp()).count();
    return new Progress(
        cluster == null ? "" : cluster.toString(),
        status,
        List.copyOf(steps.values()),
        new Progress.Count(up, expected),
        notes,
        failure);
  }

  private void show(String attribute, String value) {
    searchAttributes.show(Map.of(attribute, value));
    publish();
  }

  private void publish() {
    Workflow.setCurrentDetails(Details.of(progress(), invitation, picture));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
