package dev.slipway.workflows.progress;

/** A line of a written flow; each workflow has an enum of its own, in the written order. */
public interface FlowLine {

  /** As programs know it, such as {@code CREATE_CONFIG_SECRETS}. */
  String name();

  /** What is being done, in the progressive form, as people read it. */
  String title();
}
