package dev.slipway.activities.inventory.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AwsCloudLookTest {
  private static final Target TARGET =
      new Target(new ClusterId("123456789012", "eu-west-3", "a"), null);
  private static final CloudQuestion QUESTION =
      new CloudQuestion(List.of(), "Z1", "cnoe-a", List.of("vol-claimed"));

  private final FakeAccount account = new FakeAccount();

  @Test
  void seesTheBalancersOfThisClusterOnly() {
    account.balancer(
        "ours", Map.of("elbv2.k8s.aws/cluster", "a", "service.k8s.aws/stack", "ns/web"));
    account.balancer("of-another", Map.of("elbv2.k8s.aws/cluster", "b"));
    account.balancer("by-hand", Map.of());

    List<Holding> seen = new LoadBalancers(target -> account.balancers()).of(TARGET, QUESTION);

    assertThat(seen)
        .extracting(Holding::subject)
        .hasToString("[load balancer ours.elb in eu-west-3]");
    assertThat(seen.get(0).tiedTo(Tie.Sort.STANDS_FOR)).hasToString("[Service ns/web]");
    assertThat(seen.get(0).belonging().ownership()).isEqualTo(Ownership.OURS);
  }

  @Test
  void seesWhatAutoModeMade() {
    account.balancer(
        "ours", Map.of("eks:eks-cluster-name", "a", "service.eks.amazonaws.com/stack", "ns/web"));
    account.volume("vol-auto", Map.of("eks:eks-cluster-name", "a"));

    List<Holding> seen = new LoadBalancers(target -> account.balancers()).of(TARGET, QUESTION);

    assertThat(seen.get(0).tiedTo(Tie.Sort.STANDS_FOR)).hasToString("[Service ns/web]");
    assertThat(new Volumes(target -> account.ec2()).of(TARGET, QUESTION))
        .extracting(Holding::id)
        .containsExactly("vol-auto");
  }

  @Test
  void readsTheTagsOfManyBalancers() {
    for (int number = 0; number < 45; number++) {
      account.balancer("lb-" + number, Map.of("elbv2.k8s.aws/cluster", "a"));
    }

    assertThat(new LoadBalancers(target -> account.balancers()).of(TARGET, QUESTION)).hasSize(45);
    assertThat(account.mostTagsAtOnce()).isEqualTo(20);
  }

  @Test
  void seesTheTargetGroupsOfThisClusterOnly() {
    account.targetGroup("ours", Map.of("elbv2.k8s.aws/cluster", "a"));
    account.targetGroup("of-another", Map.of("elbv2.k8s.aws/cluster", "b"));

    assertThat(new TargetGroups(target -> account.balancers()).of(TARGET, QUESTION))
        .extracting(Holding::subject)
        .hasToString("[target group ours in eu-west-3]");
  }

  @Test
  void leavesTheSecurityGroupThatEksMade() {
    account.securityGroup("sg-ours", Map.of("kubernetes.io/cluster/a", "owned"));
    account.securityGroup(
        "sg-eks", Map.of("kubernetes.io/cluster/a", "owned", "aws:eks:cluster-name", "a"));
    account.securityGroup("sg-shared", Map.of("kubernetes.io/cluster/a", "shared"));

    assertThat(new SecurityGroups(target -> account.ec2()).of(TARGET, QUESTION))
        .extracting(Holding::id)
        .containsExactly("sg-ours");
  }

  @Test
  void callsAVolumeOursOnlyByItsClaim() {
    account.volume("vol-claimed", Map.of());
    account.volume(
        "vol-unclaimed",
        Map.of(
            "kubernetes.io/cluster/a", "owned",
            "kubernetes.io/created-for/pvc/namespace", "team",
            "kubernetes.io/created-for/pvc/name", "data"));
    account.volume("vol-of-another", Map.of("kubernetes.io/cluster/b", "owned"));

    List<Holding> seen = new Volumes(target -> account.ec2()).of(TARGET, QUESTION);

    assertThat(seen).extracting(Holding::id).containsExactly("vol-claimed", "vol-unclaimed");
    assertThat(seen)
        .extracting(holding -> holding.belonging().ownership())
        .containsExactly(Ownership.OURS, Ownership.NOT_OURS);
    assertThat(seen.get(1).tiedTo(Tie.Sort.STANDS_FOR))
        .hasToString("[PersistentVolumeClaim team/data]");
  }

  @Test
  void seesTheRecordsThatThisClustersExternalDnsMarks() {
    account.txt("cnoe-a.idp.example.org.", owner("cnoe-a", "ingress/argocd/server"));
    account.txt("cnoe-a.other.example.org.", owner("cnoe-ab", "ingress/argocd/server"));
    account.txt("spf.example.org.", "\"v=spf1 -all\"");

    List<Holding> seen = new Records(target -> account.route53()).of(TARGET, QUESTION);

    assertThat(seen)
        .extracting(Holding::subject)
        .hasToString("[record cnoe-a.idp.example.org. in Z1]");
    assertThat(seen.get(0).tiedTo(Tie.Sort.STANDS_FOR)).hasToString("[Ingress argocd/server]");
  }

  @Test
  void doesNotTakeAnUnknownZoneForOneWithoutRecords() {
    CloudSight sight =
        new AwsCloudLook(List.of(new Records(target -> account.route53())))
            .look(TARGET, new CloudQuestion(List.of(), "", "", List.of()));

    assertThat(sight.unread())
        .extracting(Unread::toString)
        .singleElement()
        .asString()
        .contains("record in eu-west-3")
        .contains("the cluster does not tell which hosted zone");
  }

  @Test
  void showsTheOthersWhereOneKindMayNotBeSeen() {
    account.volume("vol-claimed", Map.of());
    CloudSight sight =
        new AwsCloudLook(
                List.of(refusing(FailureType.ACCESS_DENIED), new Volumes(target -> account.ec2())))
            .look(TARGET, QUESTION);

    assertThat(sight.unread()).hasToString("[thing in eu-west-3: ACCESS_DENIED: no]");
    assertThat(sight.holdings()).extracting(Holding::id).containsExactly("vol-claimed");
  }

  @Test
  void looksNowhereInAnotherAccount() {
    AwsCloudLook look = new AwsCloudLook(List.of(refusing(FailureType.ACCOUNT_MISMATCH)));

    assertThatThrownBy(() -> look.look(TARGET, QUESTION)).hasMessageContaining("ACCOUNT_MISMATCH");
  }

  private static String owner(String owner, String resource) {
    return "\"heritage=external-dns,external-dns/owner=%s,external-dns/resource=%s\""
        .formatted(owner, resource);
  }

  private static CloudKind refusing(FailureType type) {
    return new CloudKind() {
      @Override
      public String kind() {
        return "thing";
      }

      @Override
      public List<Holding> of(Target target, CloudQuestion question) {
        throw type.failure("no");
      }
    };
  }
}
