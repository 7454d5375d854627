/**
 * What any written flow is made of. A workflow extends {@link
 * dev.slipway.workflows.flow.run.PlatformFlow}, names its lines in an enum, writes one {@link
 * dev.slipway.workflows.flow.FlowStep} a line, and keeps what it finds out in one {@link
 * dev.slipway.workflows.flow.FlowState}.
 */
package dev.slipway.workflows.flow;
