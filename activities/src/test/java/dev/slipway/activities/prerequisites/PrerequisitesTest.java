package dev.slipway.activities.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.eks.EksClusterAccess;
import dev.slipway.activities.eks.EksClusters;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {
  @TempDir private Path packages;
  private final AwsAccount account = new AwsAccount();

  @BeforeEach
  void describeAlpha() {
    try (StandInCluster gone = StandInCluster.start()) {
      account.runs("alpha", gone);
    }
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void acceptsTheRequestedAccount() {
    assertThatNothingIsSaidBy(new AccountExaminer(account.clients()));
  }

  @Test
  void refusesAnotherAccountNamingBoth() {
    AwsClients elsewhere = account.clientsOf("arn:aws:iam::999999999999:role/worker");

    assertThatThrownBy(() -> findings(new AccountExaminer(elsewhere)))
        .hasMessageContaining("ACCOUNT_MISMATCH")
        .hasMessageContaining("the request names account 123456789012")
        .hasMessageContaining("arn:aws:sts::999999999999:assumed-role/worker/session");
  }

  @Test
  void refusesAClusterThatIsNotTheOneOfTheRequest() {
    try (AwsAccount other = new AwsAccount("999988887777", Clock.systemUTC());
        StandInCluster gone = StandInCluster.start()) {
      other.runs("alpha", gone);
      AwsClients clients = other.clientsOf("arn:aws:iam::123456789012:role/worker");

      assertThatThrownBy(() -> new EksClusters(clients).describe(AwsAccount.ALPHA))
          .hasMessageContaining("ACCOUNT_MISMATCH")
          .hasMessageContaining("EKS cluster 123456789012/eu-west-3/alpha was asked for")
          .hasMessageContaining("arn:aws:eks:eu-west-3:999988887777:cluster/alpha");
    }
  }

  @Test
  void refusesAClusterThatIsBeingDeleted() {
    account
        .aws()
        .eks()
        .put(
            new StandInEksCluster(
                "eu-west-3", "alpha", "DELETING", URI.create("https://127.0.0.1:9"), "Q0E="));

    assertThat(blockers(clusterExaminer()))
        .containsExactly(
            new Finding("EKS cluster 123456789012/eu-west-3/alpha", "it is DELETING, not ACTIVE"));
  }

  @Test
  void retriesWhileTheApiServerDoesNotAnswer() {
    assertThatThrownBy(() -> findings(clusterExaminer()))
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("API server of 123456789012/eu-west-3/alpha");
  }

  @Test
  void acceptsAZoneThatCoversTheDomain() {
    account.aws().addHostedZone("Z0ACME", "example.com");

    assertThatNothingIsSaidBy(new HostedZoneExaminer(account.clients()));
  }

  @Test
  void isBlockedByAZoneOfAnotherDomain() {
    account.aws().addHostedZone("Z0ACME", "ample.com");

    assertThat(blockers(new HostedZoneExaminer(account.clients())))
        .containsExactly(
            new Finding(
                "hosted zone Z0ACME", "it is for ample.com and does not cover a.example.com"));
  }

  @Test
  void isBlockedByAZoneThatDoesNotExist() {
    assertThat(blockers(new HostedZoneExaminer(account.clients())))
        .containsExactly(new Finding("hosted zone Z0ACME", "it does not exist"));
  }

  @Test
  void warnsWhenItMayNotLookAtTheZone() {
    account.aws().deny("route53:GetHostedZone");

    assertThat(warnings(new HostedZoneExaminer(account.clients())))
        .containsExactly(
            new Finding(
                "hosted zone Z0ACME",
                "whether it covers a.example.com could not be established:"
                    + " hosted zone Z0ACME: AccessDenied: User: arn:aws:iam::123456789012:user/stand-in"
                    + " is not authorized to perform: route53:GetHostedZone"));
  }

  @Test
  void warnsOfAnAddonWithoutPodIdentity() throws IOException {
    enable("external-secrets", "external-dns");
    account.aws().eks().associate("external-secrets", "external-secrets");

    assertThat(warnings(podIdentityExaminer()))
        .extracting(Finding::subject)
        .containsExactly("Pod Identity association of external-dns/external-dns");
  }

  @Test
  void wantsNoPodIdentityOfWhatAutoModeBrings() throws IOException {
    enable("external-dns", "aws-load-balancer-controller");
    Platform auto = AcmePlatform.on("alpha").withAutoMode(true).withPackages(digest());

    assertThat(findings(podIdentityExaminer(), auto).warnings())
        .extracting(Finding::subject)
        .containsExactly("Pod Identity association of external-dns/external-dns");
  }

  @Test
  void warnsWhenPodIdentityIsNotAnswered() throws IOException {
    enable("external-dns");
    account.aws().deny("eks:ListPodIdentityAssociations");

    assertThat(warnings(podIdentityExaminer()))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("whether external-dns/external-dns have theirs could not be")
                    .endsWith(
                        "AccessDeniedException: User: arn:aws:iam::123456789012:user/stand-in"
                            + " is not authorized to perform: eks:ListPodIdentityAssociations"));
  }

  @Test
  void warnsOfACallerWithoutAccessEntry() {
    AwsClients worker = account.clientsOf("arn:aws:iam::123456789012:role/worker");

    assertThat(warnings(new AccessEntryExaminer(worker)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("arn:aws:iam::123456789012:role/worker has none"));
  }

  @Test
  void findsTheEntryOfARole() {
    account.aws().eks().admit("arn:aws:iam::123456789012:role/worker");
    AwsClients worker = account.clientsOf("arn:aws:iam::123456789012:role/worker");

    assertThatNothingIsSaidBy(new AccessEntryExaminer(worker));
  }

  @Test
  void takesAUserForItsOwnPrincipal() {
    assertThat(AccessEntryExaminer.principalOf("arn:aws:iam::123456789012:user/ann"))
        .isEqualTo("arn:aws:iam::123456789012:user/ann");
  }

  private Examiner clusterExaminer() {
    AwsClients clients = account.clients();
    return new ClusterExaminer(
        new EksClusters(clients),
        new EksClusterAccess(clients, Duration.ofMinutes(10), "slipway", Clock.systemUTC()));
  }

  private Examiner podIdentityExaminer() {
    return new PodIdentityExaminer(account.clients(), new PackagesFolder(packages));
  }

  private String digest() {
    return new PackagesFolder(packages).digest();
  }

  private void enable(String... addons) throws IOException {
    StringBuilder values = new StringBuilder();
    for (String addon : addons) {
      values.append(addon).append(": {enabled: true}\n");
    }
    Files.createDirectories(packages.resolve("addons"));
    Files.writeString(packages.resolve("addons/values.yaml"), values);
    Files.writeString(packages.resolve("addons/path-routing-values.yaml"), "");
  }

  private void assertThatNothingIsSaidBy(Examiner examiner) {
    assertThat(blockers(examiner)).isEmpty();
  }

  /** All that it has to say. */
  private List<Finding> blockers(Examiner examiner) {
    Findings findings = findings(examiner);
    assertThat(findings.warnings()).isEmpty();
    return findings.blockers();
  }

  /** All that it has to say. */
  private List<Finding> warnings(Examiner examiner) {
    Findings findings = findings(examiner);
    assertThat(findings.blockers()).isEmpty();
    return findings.warnings();
  }

  private Findings findings(Examiner examiner) {
    return findings(
        examiner, AcmePlatform.on("alpha").withDomain("a.example.com").withPackages(digest()));
  }

  private static Findings findings(Examiner examiner, Platform platform) {
    Findings findings = new Findings();
    examiner.examine(AcmePlatform.examined(platform), findings);
    return findings;
  }
}
