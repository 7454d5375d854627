package dev.slipway.activities.inventory.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

final class SecretsTest {
  private static final Target TARGET =
      new Target(new ClusterId("123456789012", "eu-west-3", "alpha"), null);

  private final AwsAccount account = new AwsAccount();
  private final SecretsManagerClient client = account.clients().secretsManager(TARGET);

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void tellsByTheTagWhoseASecretIs() {
    create("ours", "123456789012/eu-west-3/alpha");
    create("of-another", "123456789012/eu-west-3/beta");
    client.createSecret(call -> call.name("untagged").secretString("planted"));

    assertThat(look("ours", "of-another", "untagged"))
        .extracting(holding -> holding.belonging().ownership())
        .containsExactly(Ownership.OURS, Ownership.NOT_OURS, Ownership.PROBABLY_OURS);
    assertThat(look("untagged").toString()).doesNotContain("planted");
    assertThat(account.calls()).doesNotContain("GetSecretValue");
  }

  @Test
  void tellsWhatIsGoneFromWhatCanBeRestored() {
    create("leaving", "123456789012/eu-west-3/alpha");
    client.deleteSecret(call -> call.secretId("leaving").recoveryWindowInDays(7L));

    assertThat(look("leaving", "gone"))
        .extracting(Holding::presence)
        .containsExactly(Presence.LEAVING, Presence.GONE);
  }

  @Test
  void doesNotTakeWhatItMayNotSeeForGone() {
    account.aws().deny("secretsmanager:DescribeSecret");

    assertThatThrownBy(() -> look("ours")).hasMessageContaining("ACCESS_DENIED");
  }

  private List<Holding> look(String... names) {
    return new Secrets(target -> client)
        .of(TARGET, new CloudQuestion(List.of(names), "", "", List.of()));
  }

  private void create(String name, String owner) {
    Tag tag = Tag.builder().key("slipway:cluster").value(owner).build();
    client.createSecret(call -> call.name(name).secretString("planted").tags(tag));
  }
}
