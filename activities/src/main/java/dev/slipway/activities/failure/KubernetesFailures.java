package dev.slipway.activities.failure;

import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the Kubernetes client throws into the failures that workflows know. */
public final class KubernetesFailures {
  private static final Set<Integer> TRANSIENT = Set.of(404, 408, 409, 410, 425, 429);
  private static final Pattern TOO_LARGE =
      Pattern.compile("etcdserver: request is too large|trying to send message larger than max");
  private static final String QUOTA_NOT_COUNTED = "status unknown for quota";
  private static final Pattern BY_ADMISSION =
      Pattern.compile(
          "exceeded quota: |failed quota: |violates PodSecurity"
              + "|^admission webhook .* denied the request"
              + "|ValidatingAdmissionPolicy .* denied request");
  private static final int LONGEST_TEXT = 1_000;

  private KubernetesFailures() {}

  /**
   * Calls the API server and names the object in what fails. What the caller expects, such as an
   * object that does not exist, it catches inside the call.
   */
  public static <T> T naming(String object, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      throw translate(object, e);
    } catch (SdkException e) {
      throw AwsFailures.translate(object, e);
    }
  }

  /**
   * A 401 is transient: the client has renewed its token when one reaches us, and an API server
   * whose authenticator is away answers 401 as well. Preflight tells a caller that is unknown for
   * good.
   */
  public static ApplicationFailure translate(String object, KubernetesClientException failure) {
    Optional<ApplicationFailure> fromToken = failureOfToken(object, failure);
    if (fromToken.isPresent()) {
      return fromToken.get();
    }
    int code = failure.getCode();
    if (code <= 0) {
      return FailureType.CLUSTER_UNREACHABLE.failure(
          object + ": the API server does not answer: " + rootText(failure), failure);
    }
    if (code == 401) {
      return FailureType.CLUSTER_UNREACHABLE.failure(
          object + ": the API server does not know the caller (401)", failure);
    }
    return typeOf(code, failure.getStatus()).failure(object + ": " + textOf(failure), failure);
  }

  private static FailureType typeOf(int code, Status status) {
    if (hasCause(status, "NamespaceTerminating")) {
      return FailureType.CLUSTER_UNREACHABLE;
    }
    if (hasCause(status, "FieldManagerConflict")) {
      return FailureType.CLUSTER_REFUSED;
    }
    if (code == 403) {
      return ofForbidden(textOf(status));
    }
    boolean passing = code >= 500 || TRANSIENT.contains(code);
    return passing && !TOO_LARGE.matcher(textOf(status)).find()
        ? FailureType.CLUSTER_UNREACHABLE
        : FailureType.CLUSTER_REFUSED;
  }

  /** Admission forbids under the code and the reason that authorization has: only texts differ. */
  private static FailureType ofForbidden(String text) {
    if (text.contains(QUOTA_NOT_COUNTED)) {
      return FailureType.CLUSTER_UNREACHABLE;
    }
    return BY_ADMISSION.matcher(text).find()
        ? FailureType.CLUSTER_REFUSED
        : FailureType.ACCESS_DENIED;
  }

  private static boolean hasCause(Status status, String reason) {
    if (status == null || status.getDetails() == null) {
      return false;
    }
    List<StatusCause> causes = status.getDetails().getCauses();
    return causes.stream().anyMatch(cause -> reason.equals(cause.getReason()));
  }

  private static Optional<ApplicationFailure> failureOfToken(String object, Throwable failure) {
    return Causes.find(SdkException.class, failure)
        .map(fromAws -> AwsFailures.translate(object, fromAws))
        .or(() -> Causes.find(ApplicationFailure.class, failure));
  }

  private static String textOf(KubernetesClientException failure) {
    boolean answered = failure.getStatus() != null && failure.getStatus().getMessage() != null;
    String text = answered ? failure.getStatus().getMessage() : failure.getMessage();
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " …" : text;
    return cut + " (" + failure.getCode() + ")";
  }

  private static String textOf(Status status) {
    return status == null || status.getMessage() == null ? "" : status.getMessage();
  }

  private static String rootText(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof ConnectException)) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    return root.getMessage() == null ? name : name + ": " + root.getMessage();
  }
}
