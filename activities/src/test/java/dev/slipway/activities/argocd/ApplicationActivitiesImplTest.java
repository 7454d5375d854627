package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.TestActivities;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.kubernetes.SampleObject;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.KnownPicture;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities;
import dev.slipway.workflows.contract.ApplicationActivities.Diagnosis;
import dev.slipway.workflows.contract.ApplicationActivities.ObserveRequest;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationActivitiesImplTest {
  private static final Target TARGET =
      new Target(new ClusterId("123456789012", "eu-west-3", "alpha"), null);
  private static final CustomResourceDefinitionContext APPLICATION =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("argoproj.io")
          .withVersion("v1alpha1")
          .withKind("Application")
          .withPlural("applications")
          .withScope("Namespaced")
          .build();

  private static final CustomResourceDefinitionContext APPLICATION_SET =
      new CustomResourceDefinitionContext.Builder()
          .withGroup("argoproj.io")
          .withVersion("v1alpha1")
          .withKind("ApplicationSet")
          .withPlural("applicationsets")
          .withScope("Namespaced")
          .build();

  private final EmptyCluster cluster = new EmptyCluster();
  private TestActivities temporal;
  private ApplicationActivities activities;

  @BeforeEach
  void activities() {
    cluster.createNamespace("argocd");
    cluster.define(APPLICATION);
    cluster.define(APPLICATION_SET);
    temporal =
        new TestActivities(
            new ApplicationActivitiesImpl(cluster.access(), null, Clock.systemUTC()));
    activities = temporal.as(ApplicationActivities.class);
  }

  @AfterEach
  void close() {
    temporal.close();
    cluster.close();
  }

  @Test
  void seesTheExpectedApplicationsInOneRequest() {
    create("up");
    create("sleeping-retry");
    create("degraded");
    int before = cluster.server().requests().size();
    Picture picture = observe(null);
    assertThat(cluster.server().requests()).hasSize(before + 1);
    assertThat(picture.applications())
        .extracting(Application::name)
        .containsExactly("demo", "keycloak-alpha");
  }

  @Test
  void staysQuietWhileThePictureIsTheSame() {
    create("up");
    create("sleeping-retry");
    Picture first = observe(null);
    assertThatThrownBy(() -> observe(known(first)))
        .rootCause()
        .hasMessageContaining("UNCHANGED")
        .hasMessageContaining("1 of 2 up; waiting for demo (Missing)");
  }

  @Test
  void wakesASleepingOperationWhileThereIsNoNews() {
    create("sleeping-retry");
    Picture first = observe(null);
    assertThat(live("demo").<Object>get("operation", "initiatedBy", "username")).isNull();

    assertThatThrownBy(() -> observe(known(first))).rootCause().hasMessageContaining("UNCHANGED");

    JsonNode asked = new ObjectMapper().valueToTree(live("demo"));
    assertThat(asked.at("/operation/initiatedBy/username").asText()).isEqualTo("slipway");
    assertThat(asked.at("/operation/sync/revisions").isArray()).isFalse();
    assertThat(asked.at("/status/operationState").isObject()).isFalse();
  }

  @Test
  void saysWhatCouldNotBeApplied() {
    create("sleeping-retry");
    assertThat(activities.diagnoseApplications(TARGET, List.of("demo", "absent")))
        .containsExactly(
            new Diagnosis(
                "demo",
                List.of(
                    "Foo default/foo could not be applied: The Kubernetes API could not find"
                        + " example.com/Foo for requested resource default/foo. Make sure the"
                        + " \"Foo\" CRD is installed on the destination cluster.")),
            new Diagnosis("absent", List.of()));
  }

  @Test
  void saysWhyAnApplicationSetMakesNoApplication() {
    createSet("crossplane", "{type: ErrorOccurred, status: 'True', reason: R, message: other}");
    createSet(
        "crossplane-compositions",
        "{type: ErrorOccurred, status: 'True', reason: R, message: no key}");
    createSet("keycloak", "{type: ErrorOccurred, status: 'False', message: fine}");

    assertThat(
            activities.diagnoseApplications(
                TARGET, List.of("crossplane-compositions-alpha", "keycloak-alpha")))
        .containsExactly(
            new Diagnosis(
                "crossplane-compositions-alpha",
                List.of("ApplicationSet argocd/crossplane-compositions: R: no key")),
            new Diagnosis("keycloak-alpha", List.of()));
  }

  @Test
  void saysThatItMayNotAskAnApplicationSet() {
    cluster.server().deny("list", "argoproj.io", "applicationsets");

    assertThat(activities.diagnoseApplications(TARGET, List.of("keycloak-alpha")))
        .singleElement()
        .extracting(it -> it.faults().get(0))
        .asString()
        .startsWith("its ApplicationSet could not be looked at: ");
  }

  private void createSet(String name, String condition) {
    cluster
        .server()
        .objects()
        .put(
            SampleObject.json(
                """
                {apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet,
                metadata: {namespace: argocd, name: %s}, status: {conditions: [%s]}}
                """
                    .formatted(name, condition)));
  }

  private Picture observe(KnownPicture known) {
    return activities.observeApplications(
        new ObserveRequest(TARGET, List.of("keycloak-alpha", "demo"), known));
  }

  private static KnownPicture known(Picture picture) {
    return new KnownPicture(
        picture.outline(), picture.digest(), picture.seenAt(), picture.seenAt());
  }

  private void create(String situation) {
    ObjectNode object = (ObjectNode) ApplicationReadingTest.fixture(situation).content();
    ((ObjectNode) object.path("metadata")).remove("resourceVersion");
    cluster
        .client()
        .genericKubernetesResources(APPLICATION)
        .inNamespace("argocd")
        .resource(
            cluster
                .client()
                .getKubernetesSerialization()
                .unmarshal(object.toString(), GenericKubernetesResource.class))
        .create();
  }

  private GenericKubernetesResource live(String name) {
    return cluster
        .client()
        .genericKubernetesResources(APPLICATION)
        .inNamespace("argocd")
        .withName(name)
        .get();
  }
}
