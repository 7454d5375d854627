package dev.slipway.starter.view;

import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import java.util.List;

/** Where people reach the platform, as lines for stdout. */
public final class ReportText {
  private ReportText() {}

  public static List<String> urls(List<PlatformUrl> urls) {
    return urls.stream().map(url -> "%-15s %s".formatted(url.addon(), url.url())).toList();
  }

  /** A probe is a report, not a verdict: DNS may need a while. */
  public static List<String> probes(List<Probe> probes) {
    return probes.stream().map(ReportText::probe).toList();
  }

  private static String probe(Probe probe) {
    return "%-50s %s"
        .formatted(probe.url(), probe.answered() ? probe.answer() : "no answer: " + probe.answer());
  }
}
