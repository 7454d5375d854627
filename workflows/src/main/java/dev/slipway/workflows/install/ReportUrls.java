package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.UrlActivities;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import dev.slipway.workflows.progress.Step;
import java.util.List;

/** Says where people reach the platform and whether each URL answers. */
final class ReportUrls implements InstallStep<ReportDraft, List<Probe>> {
  private final UrlActivities activities;

  ReportUrls(Stubs stubs) {
    this.activities = stubs.of(UrlActivities.class, "Ask each URL once");
  }

  @Override
  public Step step() {
    return Step.REPORT_URLS;
  }

  @Override
  public List<Probe> run(ReportDraft draft) {
    List<String> addons = draft.addons();
    List<String> urls =
        PlatformUrls.of(draft.platform().config()).stream()
            .filter(place -> addons.contains(place.addon()))
            .map(PlatformUrl::url)
            .toList();
    return activities.probeUrls(urls);
  }
}
