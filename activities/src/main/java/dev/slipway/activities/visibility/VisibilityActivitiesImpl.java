package dev.slipway.activities.visibility;

import dev.slipway.workflows.contract.VisibilityActivities;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Temporal's operator service. */
public final class VisibilityActivitiesImpl implements VisibilityActivities {
  private static final Logger LOG = LoggerFactory.getLogger(VisibilityActivitiesImpl.class);

  private final OperatorServiceStubs operator;
  private final String namespace;

  public VisibilityActivitiesImpl(WorkflowServiceStubs temporal, String namespace) {
    this.operator = OperatorService.beside(temporal);
    this.namespace = namespace;
  }

  @Override
  public List<String> findSearchAttributes(List<String> wanted) {
    Map<String, IndexedValueType> registered = registered();
    return wanted.stream()
        .filter(name -> registered.get(name) == IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
        .toList();
  }

  private Map<String, IndexedValueType> registered() {
    try {
      return operator
          .blockingStub()
          .listSearchAttributes(
              ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
          .getCustomAttributesMap();
    } catch (StatusRuntimeException refused) {
      LOG.info("Search attributes not listed reason={}", refused.getStatus());
      return Map.of();
    }
  }
}
