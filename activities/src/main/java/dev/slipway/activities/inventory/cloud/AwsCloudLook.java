package dev.slipway.activities.inventory.cloud;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at one kind after the other; one that cannot be looked at keeps none of the others back.
 */
public final class AwsCloudLook implements CloudLook {
  // Then it is another account altogether, and nothing that is seen there means anything.
  private static final Set<String> FINAL =
      Set.of(FailureType.ACCOUNT_MISMATCH.name(), FailureType.NOT_ALLOWED.name());

  private final List<CloudKind> kinds;

  public AwsCloudLook(AwsClients aws) {
    this(
        List.of(
            new Secrets(aws::secretsManager),
            new LoadBalancers(aws::loadBalancers),
            new TargetGroups(aws::loadBalancers),
            new SecurityGroups(aws::ec2),
            new Volumes(aws::ec2),
            new Records(aws::route53)));
  }

  AwsCloudLook(List<CloudKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public CloudSight look(Target target, CloudQuestion question) {
    List<Holding> holdings = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (CloudKind kind : kinds) {
      try {
        holdings.addAll(kind.of(target, question));
      } catch (ApplicationFailure e) {
        if (FINAL.contains(e.getType())) {
          throw e;
        }
        Subject all = Subject.aws(kind.kind(), target.cluster().region(), "");
        unread.add(Unread.of(all, e));
      }
    }
    return new CloudSight(holdings, unread);
  }
}
