package dev.slipway.workflows.world;

import dev.slipway.workflows.contract.UrlActivities;
import dev.slipway.workflows.contract.VisibilityActivities;
import java.util.List;

/** URLs that all answer, and a visibility store without search attributes of Slipway's. */
public final class FakeOutside implements UrlActivities, VisibilityActivities {
  @Override
  public List<Probe> probeUrls(List<String> urls) {
    return urls.stream().map(url -> new Probe(url, true, "200")).toList();
  }

  @Override
  public List<String> findSearchAttributes(List<String> wanted) {
    return List.of();
  }
}
