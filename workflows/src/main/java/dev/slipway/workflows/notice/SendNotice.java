package dev.slipway.workflows.notice;

import dev.slipway.workflows.contract.Notice;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Delivers one notice to one receiver. A workflow of its own, so that it outlives the run that
 * started it and the run does not wait for it.
 */
@WorkflowInterface
public interface SendNotice {

  /**
   * Sends until the receiver has it, for a day at most.
   *
   * @param receiver a webhook's name in worker.yml
   */
  @WorkflowMethod(name = "SendNotice")
  void send(String receiver, Notice notice);
}
