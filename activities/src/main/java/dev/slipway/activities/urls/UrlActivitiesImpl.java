package dev.slipway.activities.urls;

import dev.slipway.workflows.contract.UrlActivities;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks all URLs at once. */
public final class UrlActivitiesImpl implements UrlActivities {
  private final UrlProbe probe = new UrlProbe();

  @Override
  public List<Probe> probeUrls(List<String> urls) {
    List<CompletableFuture<Probe>> asked = urls.stream().map(probe::ask).toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }
}
