package dev.slipway.standins.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the adapters rely on in a Kubernetes API. It runs against the stand-in and against real
 * servers, so that the stand-in cannot flatter the product.
 */
public abstract class ClusterContract {
  private static final String NAMESPACE = "cluster-contract";

  private KubernetesClient client;

  /** A client that may do everything; closed after each test. */
  protected abstract KubernetesClient connect();

  /** A client that may ask what it may do, and may not list nodes. */
  protected abstract KubernetesClient connectWithFewRights();

  @BeforeEach
  void createNamespace() {
    client = connect();
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .serverSideApply();
  }

  @AfterEach
  void deleteObjects() {
    maps()
        .list()
        .getItems()
        .forEach(
            map -> {
              maps()
                  .withName(map.getMetadata().getName())
                  .edit(
                      found ->
                          new ConfigMapBuilder(found)
                              .editMetadata()
                              .withFinalizers()
                              .endMetadata()
                              .build());
              maps().withName(map.getMetadata().getName()).delete();
            });
    client.secrets().inNamespace(NAMESPACE).withName("credentials").delete();
    client.close();
  }

  @Test
  void changesNothingInADryRun() {
    apply("one", Map.of("key", "value"), "slipway");
    ConfigMap two = new ConfigMapBuilder().withNewMetadata().withName("two").endMetadata().build();
    maps().resource(two).dryRun(true).create();
    PatchContext dryRun =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withDryRun(List.of("All"))
            .build();
    maps().withName("one").patch(dryRun, "{\"data\": {\"key\": \"other\"}}");
    assertThat(maps().withName("two").get()).isNull();
    assertThat(read("one").getData()).containsEntry("key", "value");
  }

  @Test
  void createsByServerSideApplyWhatIsNotThere() {
    apply("one", Map.of("key", "value"), "slipway");
    assertThat(read("one").getData()).containsEntry("key", "value");
    assertThat(read("one").getMetadata().getManagedFields())
        .anySatisfy(
            entry -> {
              assertThat(entry.getManager()).isEqualTo("slipway");
              assertThat(entry.getOperation()).isEqualTo("Apply");
            });
  }

  @Test
  void keepsTheResourceVersionWhenTheSameIsAppliedAgain() {
    apply("one", Map.of("key", "value"), "slipway");
    String before = version("one");
    apply("one", Map.of("key", "value"), "slipway");
    assertThat(version("one")).isEqualTo(before);
    apply("one", Map.of("key", "other"), "slipway");
    assertThat(version("one")).isNotEqualTo(before);
  }

  @Test
  void takesAwayWhatItsManagerNoLongerApplies() {
    apply("one", Map.of("kept", "1", "dropped", "1"), "slipway");
    apply("one", Map.of("theirs", "1"), "somebody");
    apply("one", Map.of("kept", "1"), "slipway");
    assertThat(read("one").getData()).containsOnlyKeys("kept", "theirs");
  }

  @Test
  void refusesToApplyAnothersFieldUnlessForced() {
    apply("one", Map.of("key", "theirs"), "somebody");
    assertStatus(409, () -> apply("one", Map.of("key", "ours"), "slipway"));
    client
        .resource(map("one", Map.of("key", "ours")))
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("slipway")
                .withForce(true)
                .build());
    assertThat(read("one").getData()).containsEntry("key", "ours");
  }

  @Test
  void namesTheFieldsThatAnotherApplied() {
    apply("one", Map.of("key", "theirs"), "somebody");
    assertThatThrownBy(() -> apply("one", Map.of("key", "ours"), "slipway"))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getStatus().getReason()).isEqualTo("Conflict");
              assertThat(e.getStatus().getMessage())
                  .isEqualTo("Apply failed with 1 conflict: conflict with \"somebody\": .data.key");
              assertThat(e.getStatus().getDetails().getCauses())
                  .singleElement()
                  .extracting(
                      StatusCause::getReason, StatusCause::getField, StatusCause::getMessage)
                  .containsExactly(
                      "FieldManagerConflict", ".data.key", "conflict with \"somebody\"");
            });
  }

  @Test
  void namesEachManagerInTheWay() {
    apply("one", Map.of("a", "theirs", "b", "theirs"), "somebody");
    assertThatThrownBy(() -> apply("one", Map.of("a", "ours", "b", "ours"), "slipway"))
        .hasMessageContaining(
            "Apply failed with 2 conflicts: conflicts with \"somebody\":\n- .data.a\n- .data.b");
  }

  @Test
  void answersThatAnObjectIsNotThere() {
    assertThat(read("absent")).isNull();
    assertThat(maps().list().getItems())
        .noneMatch(map -> map.getMetadata().getName().equals("absent"));
    assertStatus(404, () -> maps().resource(map("absent", Map.of())).update());
  }

  @Test
  void answersMetadataOnlyWhereThatIsWanted() {
    maps().resource(labelled("one", "a")).create();
    var found = maps().withName("one").getAsPartialObjectMetadata();
    assertThat(found.getMetadata().getLabels()).containsEntry("color", "a");
    assertThat(found.getKind()).isEqualTo("PartialObjectMetadata");
    assertThat(maps().listAsPartialObjectMetadata().getItems())
        .extracting(map -> map.getMetadata().getName())
        .contains("one");
    assertThat(maps().withLabel("color", "none").listAsPartialObjectMetadata().getItems()).isNull();
  }

  @Test
  void namesAnObjectThatIsNotThereAndNoObjectOfAKindThatIsNotServed() {
    assertThatThrownBy(() -> maps().withName("absent").require())
        .extracting(ClusterContract::detailsOfRefusal)
        .isEqualTo("configmaps absent");
    assertThatThrownBy(
            () -> Raw.get(client, "/apis/slipway.dev/v1/namespaces/default/masts/absent"))
        .extracting(ClusterContract::detailsOfRefusal)
        .isEqualTo("");
  }

  private static String detailsOfRefusal(Throwable refusal) {
    Throwable answer = refusal.getCause() == null ? refusal : refusal.getCause();
    StatusDetails details = ((KubernetesClientException) answer).getStatus().getDetails();
    return details == null || details.getName() == null
        ? ""
        : details.getKind() + " " + details.getName();
  }

  @Test
  void refusesToCreateTwice() {
    maps().resource(map("one", Map.of())).create();
    assertStatus(409, () -> maps().resource(map("one", Map.of())).create());
  }

  @Test
  void refusesToReplaceWhatHasChangedSince() {
    ConfigMap seen = maps().resource(map("one", Map.of())).create();
    apply("one", Map.of("key", "value"), "slipway");
    assertStatus(409, () -> maps().resource(seen).update());
  }

  @Test
  void selectsByLabels() {
    maps().resource(labelled("one", "a")).create();
    maps().resource(labelled("two", "b")).create();
    assertThat(maps().withLabel("color", "a").list().getItems()).hasSize(1);
    assertThat(maps().withLabelIn("color", "a", "b").list().getItems()).hasSize(2);
    assertThat(maps().withLabel("color").withoutLabel("color", "a").list().getItems()).hasSize(1);
  }

  @Test
  void mergesAPatch() {
    maps().resource(map("one", Map.of("key", "value", "other", "value"))).create();
    maps()
        .withName("one")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"key\":\"new\",\"other\":null}}");
    assertThat(read("one").getData()).containsOnly(Map.entry("key", "new"));
  }

  @Test
  void editsByJsonPatch() {
    maps().resource(map("one", Map.of("key", "value"))).create();
    maps().withName("one").edit(map -> new ConfigMapBuilder(map).addToData("added", "too").build());
    assertThat(read("one").getData()).containsOnlyKeys("key", "added");
  }

  @Test
  void storesPlainSecretDataEncoded() {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("credentials")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToStringData("key", "value")
                .build())
        .create();
    Secret secret = client.secrets().inNamespace(NAMESPACE).withName("credentials").get();
    assertThat(secret.getData()).containsEntry("key", "dmFsdWU=");
    assertThat(secret.getType()).isEqualTo("Opaque");
  }

  @Test
  void deletesOnlyWhatHasTheExpectedUid() {
    maps().resource(map("one", Map.of())).create();
    String path = "/api/v1/namespaces/" + NAMESPACE + "/configmaps/one";
    String wrong =
        "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"preconditions\":{\"uid\":\"wrong\"}}";
    assertStatus(409, () -> Raw.delete(client, path, wrong));
    String right = wrong.replace("wrong", read("one").getMetadata().getUid());
    Raw.delete(client, path, right);
    assertThat(read("one")).isNull();
  }

  @Test
  void waitsForFinalizers() {
    ConfigMap held =
        new ConfigMapBuilder(map("one", Map.of()))
            .editMetadata()
            .addToFinalizers("slipway.dev/contract")
            .endMetadata()
            .build();
    maps().resource(held).create();
    maps().withName("one").delete();
    assertThat(read("one").getMetadata().getDeletionTimestamp()).isNotNull();
    maps()
        .withName("one")
        .edit(
            map -> new ConfigMapBuilder(map).editMetadata().withFinalizers().endMetadata().build());
    assertThat(read("one")).isNull();
  }

  @Test
  void leavesWhatAnOrphanedObjectOwned() {
    ownedBy(maps().resource(map("owner", Map.of())).create());
    maps().withName("owner").withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
    Eventually.see(() -> assertThat(read("owner")).isNull());
    Eventually.see(() -> assertThat(read("owned").getMetadata().getOwnerReferences()).isEmpty());
  }

  @Test
  void collectsWhatADeletedObjectOwned() {
    ownedBy(maps().resource(map("owner", Map.of())).create());
    maps().withName("owner").withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
    Eventually.see(() -> assertThat(read("owned")).isNull());
  }

  @Test
  void tellsWhatTheCallerMayDo() {
    assertThat(mayDo(client, "create", "namespaces")).isTrue();
    try (KubernetesClient restricted = connectWithFewRights()) {
      assertThat(mayDo(restricted, "list", "nodes")).isFalse();
      assertThat(mayDo(restricted, "*", "*")).isFalse();
    }
  }

  @Test
  void refusesWhatTheCallerMayNotDo() {
    try (KubernetesClient restricted = connectWithFewRights()) {
      assertStatus(403, () -> restricted.nodes().list());
    }
  }

  @Test
  void writesNullForASliceWithoutEndpoints() {
    EndpointSlice slice =
        new EndpointSliceBuilder()
            .withNewMetadata()
            .withName("slice")
            .withNamespace(NAMESPACE)
            .endMetadata()
            .withAddressType("IPv4")
            .build();
    client.resource(slice).create();
    String path = "/apis/discovery.k8s.io/v1/namespaces/" + NAMESPACE + "/endpointslices/slice";
    assertThat(Raw.get(client, path)).contains("\"endpoints\":null");
    client.resource(slice).delete();
  }

  @Test
  void servesACustomKindOnceItIsDefined() {
    client.load(getClass().getResourceAsStream("/contract/definition.yaml")).serverSideApply();
    GenericKubernetesResource hull = hull("{\"length\": 12}");
    Eventually.see(() -> client.resource(hull).inNamespace(NAMESPACE).serverSideApply());
    assertThat(hulls().get().getAdditionalProperties().get("spec")).isEqualTo(Map.of("length", 12));
    assertThat(hulls().get().getMetadata().getGeneration()).isEqualTo(1);
    hulls().delete();
  }

  @Test
  void writesStatusAtItsOwnPathOnly() {
    client.load(getClass().getResourceAsStream("/contract/definition.yaml")).serverSideApply();
    GenericKubernetesResource hull = hull("{\"length\": 12}");
    hull.setAdditionalProperty("status", Map.of("afloat", true));
    Eventually.see(() -> client.resource(hull).inNamespace(NAMESPACE).serverSideApply());
    assertThat(hulls().get().getAdditionalProperties()).doesNotContainKey("status");
    hulls().editStatus(found -> withStatus(found, Map.of("afloat", true)));
    assertThat(hulls().get().getAdditionalProperties())
        .containsEntry("status", Map.of("afloat", true));
    hulls().delete();
  }

  @Test
  void doesNotKnowAKindThatIsNotDefined() {
    assertStatus(404, () -> Raw.get(client, "/apis/slipway.dev/v1/masts"));
  }

  private static boolean mayDo(KubernetesClient caller, String verb, String resource) {
    var review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withVerb(verb)
            .withGroup(verb.equals("*") ? "*" : "")
            .withResource(resource)
            .endResourceAttributes()
            .endSpec()
            .build();
    return caller.resource(review).create().getStatus().getAllowed();
  }

  private void ownedBy(ConfigMap owner) {
    ConfigMap owned =
        new ConfigMapBuilder(map("owned", Map.of()))
            .editMetadata()
            .addNewOwnerReference()
            .withApiVersion("v1")
            .withKind("ConfigMap")
            .withName("owner")
            .withUid(owner.getMetadata().getUid())
            .endOwnerReference()
            .endMetadata()
            .build();
    maps().resource(owned).create();
  }

  private void apply(String name, Map<String, String> data, String manager) {
    client
        .resource(map(name, data))
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(false)
                .build());
  }

  private NonNamespaceOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>> maps() {
    return client.configMaps().inNamespace(NAMESPACE);
  }

  private Resource<GenericKubernetesResource> hulls() {
    return client
        .genericKubernetesResources("contract.slipway.dev/v1", "Hull")
        .inNamespace(NAMESPACE)
        .withName("one");
  }

  private static GenericKubernetesResource withStatus(
      GenericKubernetesResource resource, Map<String, Object> status) {
    resource.setAdditionalProperty("status", status);
    return resource;
  }

  private static GenericKubernetesResource hull(String spec) {
    return Serialization.unmarshal(
        """
        {"apiVersion": "contract.slipway.dev/v1", "kind": "Hull",
         "metadata": {"name": "one", "namespace": "cluster-contract"}, "spec": %s}
        """
            .formatted(spec),
        GenericKubernetesResource.class);
  }

  private ConfigMap read(String name) {
    return maps().withName(name).get();
  }

  private String version(String name) {
    return read(name).getMetadata().getResourceVersion();
  }

  private static ConfigMap labelled(String name, String color) {
    return new ConfigMapBuilder(map(name, Map.of()))
        .editMetadata()
        .addToLabels("color", color)
        .endMetadata()
        .build();
  }

  private static ConfigMap map(String name, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(NAMESPACE)
        .endMetadata()
        .withData(data)
        .build();
  }

  private static void assertStatus(int code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(code));
  }
}
