package dev.slipway.activities.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the refusals mean that are no failures: not there, not served, somebody was faster. */
public final class Answers {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private Answers() {}

  /**
   * The object; empty only where the API server has looked for it and names it in its 404. A 404 of
   * the path, as an API server gives that has just started or lost the kind, says nothing about the
   * object.
   *
   * @throws KubernetesClientException for any other answer
   */
  public static <T> Optional<T> find(Resource<T> resource) {
    try {
      return Optional.of(resource.require());
    } catch (ResourceNotFoundException e) {
      // The client throws this one for every failure.
      KubernetesClientException answer = answer(e);
      if (isAbsence(answer)) {
        return Optional.empty();
      }
      throw answer;
    }
  }

  /** The objects; none where the API server does not serve their kind (yet). */
  public static <T> List<T> ifServed(Supplier<List<T>> list) {
    try {
      return list.get();
    } catch (KubernetesClientException e) {
      if (e.getCode() == NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Does a write that may come too late.
   *
   * @return false where somebody else has created or changed the object since it was looked at
   */
  public static boolean unlessConflict(Runnable write) {
    try {
      write.run();
      return true;
    } catch (KubernetesClientException e) {
      if (isConflict(e)) {
        return false;
      }
      throw e;
    }
  }

  public static boolean isConflict(KubernetesClientException answer) {
    return answer.getCode() == CONFLICT;
  }

  static boolean isAbsence(KubernetesClientException answer) {
    Status status = answer.getStatus();
    return answer.getCode() == NOT_FOUND
        && status != null
        && status.getDetails() != null
        && status.getDetails().getName() != null;
  }

  private static KubernetesClientException answer(ResourceNotFoundException failure) {
    return failure.getCause() instanceof KubernetesClientException answer
        ? answer
        : new KubernetesClientException(failure.getMessage(), failure);
  }
}
