/**
 * What runs the lines of any written flow: progress, skipping what is done, the plan that was
 * agreed to, the cluster's Lease, going on as a new run, and what to do when a step fails.
 */
package dev.slipway.workflows.flow.run;
