package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.UrlActivities;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.FlowLine;
import java.util.List;
import java.util.Optional;

/** Says where people reach the platform and whether each URL answers. */
public final class ReportUrls implements FlowStep<List<String>, List<Probe>> {
  private final UrlActivities activities;

  public ReportUrls(ActivityCalls calls) {
    this.activities = calls.of(UrlActivities.class, "Ask each URL once");
  }

  @Override
  public FlowLine line() {
    return InstallLine.REPORT_URLS;
  }

  @Override
  public List<Probe> run(List<String> urls) {
    return activities.probeUrls(urls);
  }

  /** Nobody has asked the URLs then. */
  @Override
  public Optional<List<Probe>> whenSkipped(List<String> urls) {
    return Optional.of(List.of());
  }
}
