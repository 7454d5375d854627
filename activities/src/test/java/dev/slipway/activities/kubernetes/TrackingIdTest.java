package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingIdTest {
  @ParameterizedTest
  @CsvSource({
    "keycloak-a:apps/StatefulSet:keycloak/db,            keycloak-a, apps, StatefulSet, keycloak, db",
    "keycloak-a:/ConfigMap:keycloak/settings,            keycloak-a, '', ConfigMap, keycloak, settings",
    "a:storage.k8s.io/StorageClass:/gp3,                 a, storage.k8s.io, StorageClass, '', gp3",
    "team_a:rbac.authorization.k8s.io/Role:x/system:foo, team_a, rbac.authorization.k8s.io, Role, x, system:foo",
  })
  void namesTheApplicationAndTheObject(
      String text, String application, String group, String kind, String namespace, String name) {
    assertThat(TrackingId.parse(text))
        .hasValue(new TrackingId(application, group, kind, namespace, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keycloak-a", "a:apps/Deployment", ":apps/Deployment:x/y", "a:b:c/d"})
  void ofAnotherFormIsNone(String text) {
    assertThat(TrackingId.parse(text)).isEmpty();
  }
}
