package dev.slipway.activities.visibility;

import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** Temporal's operator service over the connection that the worker has already. */
final class OperatorService {
  private OperatorService() {}

  static OperatorServiceStubs beside(WorkflowServiceStubs temporal) {
    WorkflowServiceStubsOptions options = temporal.getOptions();
    OperatorServiceStubsOptions.Builder builder =
        OperatorServiceStubsOptions.newBuilder()
            .setChannel(temporal.getRawChannel())
            .setHeaders(options.getHeaders())
            .setRpcTimeout(options.getRpcTimeout());
    options.getGrpcMetadataProviders().forEach(builder::addGrpcMetadataProvider);
    return OperatorServiceStubs.newServiceStubs(builder.validateAndBuildWithDefaults());
  }
}
