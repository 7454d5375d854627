package dev.slipway.activities.visibility;

import dev.slipway.workflows.progress.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers Slipway's search attributes where the worker may; where it may not, runs do without.
 */
public final class SearchAttributeRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(SearchAttributeRegistration.class);

  private final OperatorServiceStubs operator;
  private final String namespace;

  public SearchAttributeRegistration(WorkflowServiceStubs temporal, String namespace) {
    this.operator = OperatorService.beside(temporal);
    this.namespace = namespace;
  }

  /** Idempotent; one request an attribute, so that one that is there does not hide the others. */
  public void register() {
    SearchAttributes.ALL.forEach(this::register);
  }

  private void register(String name) {
    AddSearchAttributesRequest request =
        AddSearchAttributesRequest.newBuilder()
            .setNamespace(namespace)
            .putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
            .build();
    try {
      operator.blockingStub().addSearchAttributes(request);
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        LOG.warn("Search attribute not registered name={} reason={}", name, refused.getStatus());
      }
    }
  }
}
