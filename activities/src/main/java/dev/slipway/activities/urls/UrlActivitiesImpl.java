package dev.slipway.activities.urls;

import dev.slipway.workflows.contract.UrlActivities;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks all URLs at once. */
public final class UrlActivitiesImpl implements UrlActivities {
  private final UrlProbe probe;

  public UrlActivitiesImpl() {
    // What a person at a browser would wait for; the report comes after the last of them.
    this(Duration.ofSeconds(5));
  }

  UrlActivitiesImpl(Duration patience) {
    probe = new UrlProbe(patience);
  }

  @Override
  public List<Probe> probeUrls(List<String> urls) {
    List<CompletableFuture<Probe>> asked = urls.stream().map(probe::ask).toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }
}
