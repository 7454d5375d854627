package dev.slipway.activities.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.aws.StubAws;
import dev.slipway.activities.eks.EksClusterAccess;
import dev.slipway.activities.eks.EksClusters;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.activities.secrets.SamplePlatform;
import dev.slipway.workflows.contract.CredentialsSource;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.plan.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {
  @TempDir private Path packages;
  private final StubAws aws = new StubAws();

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void acceptsTheRequestedAccount() {
    assertThatNothingIsSaidBy(new AccountExaminer(aws.clients()));
  }

  @Test
  void refusesAnotherAccountNamingBoth() {
    aws.services().account("999999999999");

    assertThatThrownBy(() -> findings(new AccountExaminer(aws.clients())))
        .hasMessageContaining("ACCOUNT_MISMATCH")
        .hasMessageContaining("the request names account 123456789012")
        .hasMessageContaining("arn:aws:sts::999999999999:assumed-role/worker/session");
  }

  @Test
  void refusesAClusterThatIsBeingDeleted() {
    aws.services().cluster("alpha", "DELETING");

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
    aws.services().zone("Z0ACME", "example.com");

    assertThatNothingIsSaidBy(new HostedZoneExaminer(aws.clients()));
  }

  @Test
  void isBlockedByAZoneOfAnotherDomain() {
    aws.services().zone("Z0ACME", "ample.com");

    assertThat(blockers(new HostedZoneExaminer(aws.clients())))
        .containsExactly(
            new Finding(
                "hosted zone Z0ACME", "it is for ample.com and does not cover a.example.com"));
  }

  @Test
  void isBlockedByAZoneThatDoesNotExist() {
    assertThat(blockers(new HostedZoneExaminer(aws.clients())))
        .containsExactly(new Finding("hosted zone Z0ACME", "it does not exist"));
  }

  @Test
  void warnsWhenItMayNotLookAtTheZone() {
    aws.refusing("GetHostedZone", "AccessDenied", 403);

    assertThat(warnings(new HostedZoneExaminer(aws.clients())))
        .containsExactly(
            new Finding(
                "hosted zone Z0ACME",
                "whether it covers a.example.com could not be established:"
                    + " hosted zone Z0ACME: AccessDenied: by the stub"));
  }

  @Test
  void warnsOfAnAddonWithoutPodIdentity() throws IOException {
    enable("external-secrets", "external-dns");
    aws.services().association("external-secrets", "external-secrets");

    assertThat(warnings(podIdentityExaminer()))
        .extracting(Finding::subject)
        .containsExactly("Pod Identity association of external-dns/external-dns");
  }

  @Test
  void warnsWhenPodIdentityIsNotAnswered() throws IOException {
    enable("external-dns");
    aws.refusing("ListPodIdentityAssociations", "AccessDeniedException", 403);

    assertThat(warnings(podIdentityExaminer()))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("whether external-dns/external-dns have theirs could not be")
                    .endsWith("AccessDeniedException: AccessDeniedException by the stub"));
  }

  @Test
  void warnsOfACallerWithoutAccessEntry() {
    aws.services().noAccessEntry();

    assertThat(warnings(new AccessEntryExaminer(aws.clients())))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .startsWith("arn:aws:iam::123456789012:role/worker has none"));
  }

  @Test
  void findsTheEntryOfARole() {
    assertThatNothingIsSaidBy(new AccessEntryExaminer(aws.clients()));
  }

  @Test
  void takesAUserForItsOwnPrincipal() {
    assertThat(AccessEntryExaminer.principalOf("arn:aws:iam::123456789012:user/ann"))
        .isEqualTo("arn:aws:iam::123456789012:user/ann");
  }

  private Examiner clusterExaminer() {
    AwsClients clients = aws.clients();
    return new ClusterExaminer(
        new EksClusters(clients),
        new EksClusterAccess(clients, Duration.ofMinutes(10), "slipway", Clock.systemUTC()));
  }

  private Examiner podIdentityExaminer() {
    return new PodIdentityExaminer(aws.clients(), new PackagesFolder(packages));
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

  private static void assertThatNothingIsSaidBy(Examiner examiner) {
    assertThat(blockers(examiner)).isEmpty();
  }

  /** All that it has to say. */
  private static List<Finding> blockers(Examiner examiner) {
    Findings findings = findings(examiner);
    assertThat(findings.warnings()).isEmpty();
    return findings.blockers();
  }

  /** All that it has to say. */
  private static List<Finding> warnings(Examiner examiner) {
    Findings findings = findings(examiner);
    assertThat(findings.blockers()).isEmpty();
    return findings.warnings();
  }

  private static Findings findings(Examiner examiner) {
    Findings findings = new Findings();
    examiner.examine(
        new ExamineRequest(
            SamplePlatform.of("alpha", "a.example.com"),
            new Owner("default", "w", "r"),
            CredentialsSource.WORKER,
            false),
        findings);
    return findings;
  }
}
