package dev.slipway.activities.inventory.cloud;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Unread;
import java.util.List;

/** What was seen in an account, and what could not be. */
public record CloudSight(List<Holding> holdings, List<Unread> unread) {
  public CloudSight {
    holdings = List.copyOf(holdings);
    unread = List.copyOf(unread);
  }
}
