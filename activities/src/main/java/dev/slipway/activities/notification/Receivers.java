package dev.slipway.activities.notification;

import dev.slipway.workflows.failure.FailureType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The webhooks of worker.yml.
 *
 * @param all in the order of the file
 */
public record Receivers(List<Receiver> all) {
  public Receivers {
    all = List.copyOf(all);
  }

  Receiver named(String name) {
    return all.stream()
        .filter(receiver -> receiver.name().equals(name))
        .findFirst()
        .orElseThrow(() -> FailureType.NOTICE_REFUSED.failure("\"" + name + "\" is " + unknown()));
  }

  private String unknown() {
    return "not among the webhooks of worker.yml: "
        + (all.isEmpty()
            ? "there are none"
            : all.stream().map(Receiver::name).collect(Collectors.joining(", ")));
  }
}
