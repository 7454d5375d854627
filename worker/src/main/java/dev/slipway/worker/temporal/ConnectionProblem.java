package dev.slipway.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * Why Temporal cannot be used.
 *
 * @param refused whether it answered and said no, so that waiting does not help
 */
record ConnectionProblem(boolean refused, String message) {

  static ConnectionProblem of(StatusRuntimeException answer, TemporalConnection temporal) {
    Status status = answer.getStatus();
    String where = " at " + temporal.address();
    return switch (status.getCode()) {
      case NOT_FOUND ->
          new ConnectionProblem(
              true,
              "namespace '%s' does not exist%s; set TEMPORAL_NAMESPACE, or create it: temporal operator namespace create --namespace %s"
                  .formatted(temporal.namespace(), where, temporal.namespace()));
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          new ConnectionProblem(
              true,
              "access to namespace '%s'%s was denied; check TEMPORAL_API_KEY or the TLS certificate"
                  .formatted(temporal.namespace(), where));
      default ->
          new ConnectionProblem(false, "no answer%s (%s)".formatted(where, status.getCode()));
    };
  }
}
