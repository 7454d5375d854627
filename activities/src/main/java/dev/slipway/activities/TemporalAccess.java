package dev.slipway.activities;

import static java.util.Objects.requireNonNull;

import io.temporal.serviceclient.WorkflowServiceStubs;

/** The Temporal server that the worker is connected to, for activities that ask it something. */
public record TemporalAccess(WorkflowServiceStubs service, String namespace) {
  public TemporalAccess {
    requireNonNull(service, "service");
    requireNonNull(namespace, "namespace");
  }
}
