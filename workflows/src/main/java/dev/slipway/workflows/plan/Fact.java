package dev.slipway.workflows.plan;

import static java.util.Objects.requireNonNull;

/**
 * One thing that the plan rests on.
 *
 * @param name such as {@code domain}; a key of config.yaml where it is one
 * @param value as people read it
 */
public record Fact(String name, String value) {
  public Fact {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
  }
}
