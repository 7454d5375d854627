package dev.slipway.workflows.progress;

/** Hears where a run stands. */
@FunctionalInterface
public interface StatusListener {

  /**
   * The run stands so from now on, or still does where somebody has to be reminded.
   *
   * @param words what there is to say or to answer, in Markdown; may be empty
   */
  void stands(RunStatus status, String words);
}
