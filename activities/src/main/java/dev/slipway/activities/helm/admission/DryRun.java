package dev.slipway.activities.helm.admission;

import static java.util.stream.Collectors.joining;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.failure.FailureType.Family;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/** Tries objects out: admission says what it would say, and nothing is written. */
final class DryRun {
  private static final int SHOWN = 5;
  private static final String NOT_TRIED = "does not support dry run";

  private final LiveObjects live;
  private final List<String> refusals = new ArrayList<>();
  private final List<String> untried = new ArrayList<>();

  DryRun(LiveObjects live) {
    this.live = live;
  }

  /** A place that is not there (yet) is no verdict, and neither is one that was taken meanwhile. */
  void of(Arrival arrival) {
    try {
      if (arrival.present().isPresent()) {
        live.tryPatch(arrival.kind(), arrival.object());
      } else {
        live.tryCreate(arrival.kind(), arrival.object());
      }
    } catch (KubernetesClientException e) {
      judge(arrival, e);
    }
  }

  void report(String subject, Findings findings) {
    if (!refusals.isEmpty()) {
      findings.blocker(subject, "the cluster would refuse " + some(refusals));
    }
    if (!untried.isEmpty()) {
      findings.warning(subject, "not known before it is done: " + some(untried));
    }
  }

  private void judge(Arrival arrival, KubernetesClientException answer) {
    if (answer.getCode() == 404 || Answers.isConflict(answer)) {
      return;
    }
    ApplicationFailure failure = KubernetesFailures.translate(arrival.object().toString(), answer);
    if (failure.getOriginalMessage().contains(NOT_TRIED)) {
      untried.add(failure.getOriginalMessage());
    } else if (isPassing(failure)) {
      throw failure;
    } else {
      refusals.add(failure.getOriginalMessage());
    }
  }

  private static boolean isPassing(ApplicationFailure failure) {
    return FailureType.of(failure.getType())
        .filter(type -> type.family() == Family.TRANSIENT)
        .isPresent();
  }

  private static String some(List<String> texts) {
    String shown = texts.stream().limit(SHOWN).collect(joining("; "));
    return texts.size() <= SHOWN ? shown : shown + "; and %d more".formatted(texts.size() - SHOWN);
  }
}
