package dev.slipway.workflows.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.SamplePlatform;
import dev.slipway.workflows.secrets.SecretWriter.Written;
import dev.slipway.workflows.secrets.SecretWriter.Written.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretWriterTest {
  private static final ClusterId IDP = new ClusterId("111122223333", "eu-west-3", "idp");
  private static final String APP = "cnoe-ref-impl/idp/github-app";
  private static final Map<String, String> OURS =
      Map.of("slipway:cluster", "111122223333/eu-west-3/idp", "env", "dev");
  private static final Map<String, String> BETAS =
      Map.of("slipway:cluster", "111122223333/eu-west-3/beta");

  private final SecretsInMemory secrets = new SecretsInMemory();

  @Test
  void claimsAFreeSecretByCreatingItWithOwnerAndTags() {
    assertThat(write("{}")).isEqualTo(new Written("arn:" + APP, Outcome.CREATED));
    assertThat(secrets.done).containsExactly("create");
    assertThat(secrets.tags(APP)).containsExactlyInAnyOrderEntriesOf(OURS);
  }

  @Test
  void leavesAnEqualValueAloneHoweverItIsWritten() {
    secrets.holds(APP, "{ \"a\" : 1 }", OURS);
    assertThat(write("{\"a\":1}").outcome()).isEqualTo(Outcome.LEFT_ALONE);
    assertThat(secrets.done).isEmpty();
  }

  @Test
  void adoptsTagsAndUpdatesInThisOrder() {
    secrets.holds(APP, "{}", Map.of());
    secrets.holds("cnoe-ref-impl/idp/config", "{\"cluster_name\":\"idp\"}", Map.of());
    assertThat(write("{\"a\":1}").outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(secrets.done).containsExactly("tag", "put");
  }

  @Test
  void restoresBeforeItReads() {
    secrets.holds(APP, "{}", OURS).inDeletion(APP);
    assertThat(write("{\"a\":1}").outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(secrets.done).containsExactly("restore", "put");
  }

  @Test
  void changesNothingOfAnotherClusters() {
    secrets.holds(APP, "{}", BETAS);
    assertThatThrownBy(() -> write("{\"a\":1}")).hasMessageContaining("SECRET_OWNED");
    assertThat(secrets.done).isEmpty();
  }

  @Test
  void givesWayToAnotherClusterThatWasFaster() {
    secrets.beforeCreate(() -> secrets.holds(APP, "{}", BETAS));
    assertThatThrownBy(() -> write("{\"a\":1}")).hasMessageContaining("SECRET_OWNED");
    assertThat(secrets.done).isEmpty();
  }

  @Test
  void goesOnWithWhatItsOwnRetryCreated() {
    secrets.beforeCreate(() -> secrets.holds(APP, "{}", OURS));
    assertThat(write("{}").outcome()).isEqualTo(Outcome.LEFT_ALONE);
  }

  @Test
  void goingBackToAnEarlierValueIsANewWrite() {
    write("one");
    write("two");
    write("one");
    assertThat(secrets.done).containsExactly("create", "put", "put");
    assertThat(secrets.tokens).doesNotHaveDuplicates();
  }

  @Test
  void theSameWriteHasTheSameToken() {
    assertThat(RequestToken.of("s", "v", "r"))
        .isEqualTo("53176e0fae6e607f01f031e1469669e1422c6b1c0f95f2a2004ec0486ebe2ba0");
  }

  private Written write(String value) {
    return new SecretWriter(
            secrets, IDP, SamplePlatform.named("idp").withTags(Map.of("env", "dev")).config())
        .write(APP, "github-app", value);
  }
}
