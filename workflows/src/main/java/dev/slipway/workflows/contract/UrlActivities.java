package dev.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** Where people reach the platform. */
@ActivityInterface
public interface UrlActivities {

  /**
   * Asks each URL once; reported, not required.
   *
   * <p>Idempotent: GET requests only, at most 5 s each.
   */
  @ActivityMethod(name = "ProbeUrls")
  List<Probe> probeUrls(List<String> urls);

  /**
   * What a URL answered.
   *
   * @param answer such as {@code 200}, or why there was none
   */
  record Probe(String url, boolean answered, String answer) {}
}
