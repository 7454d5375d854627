/**
 * What runs the lines of any written flow: {@link dev.slipway.workflows.flow.FlowRun} knows about
 * progress, skipping what is done, the plan that was agreed to, the cluster's Lease, and what to do
 * when a step fails. A workflow extends {@link dev.slipway.workflows.flow.PlatformFlow}, names its
 * lines in an enum, writes one {@link dev.slipway.workflows.flow.FlowStep} a line, and keeps what
 * it finds out in one {@link dev.slipway.workflows.flow.FlowState}.
 */
package dev.slipway.workflows.flow;
