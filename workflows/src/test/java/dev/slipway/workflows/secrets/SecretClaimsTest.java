package dev.slipway.workflows.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be done with a secret, by what is found of it and of the configuration beside it. */
class SecretClaimsTest {
  private static final ClusterId IDP = new ClusterId("111122223333", "eu-west-3", "idp");
  private static final String APP = "cnoe-ref-impl/idp/github-app";
  private static final String CONFIG = "cnoe-ref-impl/idp/config";

  private final SecretsInMemory secrets = new SecretsInMemory();

  @ParameterizedTest(name = "owner {0}, in deletion {1}, configuration {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "111122223333/eu-west-3/idp,  false, -,            OURS,       ''",
        "111122223333/eu-west-3/idp,  true,  -,            RESTORABLE, ''",
        "111122223333/eu-west-3/beta, false, -,  FOREIGN, cluster 111122223333/eu-west-3/beta",
        "111122223333/eu-west-3/beta, true,  -,  FOREIGN, cluster 111122223333/eu-west-3/beta",
        "111122223333/eu-west-3/beta, false, idp, FOREIGN, cluster 111122223333/eu-west-3/beta",
        "-, false, idp,  ADOPTABLE, ''",
        "-, false, beta, FOREIGN, cluster beta of this account and region",
        "-, false, -,    FOREIGN, nobody known: tag it slipway:cluster=111122223333/eu-west-3/idp if it is this cluster's",
        "-, true,  idp,  FOREIGN, 'nobody known, and it is being deleted: restore it first (aws secretsmanager restore-secret --secret-id cnoe-ref-impl/idp/github-app), then tag it slipway:cluster=111122223333/eu-west-3/idp if it is this cluster''s'"
      })
  void judges(String owner, boolean inDeletion, String named, SecretClaim.State state, String who) {
    secrets.holds(APP, "{}", owner == null ? Map.of() : Map.of("slipway:cluster", owner));
    if (named != null) {
      secrets.holds(CONFIG, "{\"cluster_name\": \"" + named + "\"}", Map.of());
    }
    if (inDeletion) {
      secrets.inDeletion(APP);
    }
    assertThat(look()).isEqualTo(new SecretClaim(APP, state, who));
  }

  @Test
  void takesWhatIsNotThere() {
    assertThat(look()).isEqualTo(new SecretClaim(APP, SecretClaim.State.FREE, ""));
  }

  @Test
  void asksNothingOfAConfigurationInItsDeletionWindow() {
    secrets.holds(APP, "{}", Map.of());
    secrets.holds(CONFIG, "{\"cluster_name\": \"idp\"}", Map.of()).inDeletion(CONFIG);
    assertThat(look().state()).isEqualTo(SecretClaim.State.FOREIGN);
  }

  @Test
  void saysWhyAForeignSecretIsLeftAlone() {
    secrets.holds(APP, "{}", Map.of("slipway:cluster", "111122223333/eu-west-3/beta"));
    assertThat(look().refusal())
        .isEqualTo(
            "secret cnoe-ref-impl/idp/github-app belongs to cluster 111122223333/eu-west-3/beta;"
                + " it is not overwritten");
  }

  private SecretClaim look() {
    return new SecretClaims(secrets, IDP, SamplePlatform.named("idp").config()).look(APP);
  }
}
