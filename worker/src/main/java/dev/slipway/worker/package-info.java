/**
 * The process that runs workflows and activities. {@link dev.slipway.worker.WorkerApplication} is
 * the wiring, top to bottom.
 */
package dev.slipway.worker;
