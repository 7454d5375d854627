package dev.slipway.workflows.uninstall.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What goes at once, and is gone before the next wave begins.
 *
 * @param title such as {@code Addons: backstage, argo-workflows}
 */
public record Wave(String title, List<Removal> removals) {
  public Wave {
    requireNonNull(title, "title");
    removals = List.copyOf(removals);
  }
}
