package dev.slipway.activities.prerequisites;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the caller may do in the cluster what the run needs. An administrator costs one call. */
public final class RightsExaminer implements Examiner {
  private static final String SUBJECT = "rights in the cluster";

  private final ClusterAccess clusters;

  public RightsExaminer(ClusterAccess clusters) {
    this.clusters = clusters;
  }

  @Override
  public String subject(Platform platform) {
    return SUBJECT;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    KubernetesClient client = clusters.client(request.platform().target());
    SubjectAccessReviewStatus answer = ask(client, Right.EVERYTHING);
    if (answer == null) {
      findings.blocker(SUBJECT, "they are unknown: the API server did not answer the question");
      return;
    }
    if (isYes(answer)) {
      return;
    }
    List<Right> missing =
        Right.OF_AN_INSTALL.stream().filter(right -> !isYes(ask(client, right))).toList();
    if (!missing.isEmpty()) {
      findings.blocker(
          SUBJECT,
          "the caller may not "
              + missing.stream().map(Right::toString).collect(Collectors.joining("; ")));
    }
  }

  private static SubjectAccessReviewStatus ask(KubernetesClient client, Right right) {
    return KubernetesFailures.naming(
        SUBJECT,
        () ->
            client
                .authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(right.question())
                .getStatus());
  }

  private static boolean isYes(SubjectAccessReviewStatus answer) {
    return answer != null && Boolean.TRUE.equals(answer.getAllowed());
  }
}
