package dev.slipway.standins.contract.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.standins.contract.Eventually;
import dev.slipway.standins.contract.Json;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which Applications a set makes, and what becomes of them. */
public abstract class ApplicationSetContract {
  private static final String NAME = "set-contract";

  protected abstract ArgoCdWorld world();

  @BeforeEach
  void register() {
    world().client().resource(Clusters.named(NAME)).create();
  }

  @AfterEach
  void deleteAll() {
    set().delete();
    Eventually.see(() -> assertThat(set().get()).isNull());
    Eventually.see(() -> assertThat(application().isGone()).isTrue());
    world().client().resource(Clusters.named(NAME)).delete();
  }

  @Test
  void makesAnApplicationForAClusterThatMatches() {
    create("{}");
    awaitItsApplication();
    application().requires("/metadata/labels/fromCluster", "blue");
    application().requires("/spec/destination/name", NAME);
    application().requires("/metadata/ownerReferences/0/kind", "ApplicationSet");
    application().requires("/metadata/ownerReferences/0/name", NAME);
  }

  @Test
  void givesApplicationsTheFinalizer() {
    create("{}");
    application().see("/metadata/finalizers/0", "resources-finalizer.argocd.argoproj.io");
  }

  @Test
  void leavesTheFinalizerOutWhereResourcesArePreserved() {
    create("{\"preserveResourcesOnDeletion\": true}");
    awaitItsApplication();
    assertThat(application().at("/metadata/finalizers").isMissingNode()).isTrue();
  }

  @Test
  void deletesTheApplicationOfAClusterThatIsGone() {
    create("{\"applicationsSync\": \"sync\"}");
    awaitItsApplication();
    world().client().resource(Clusters.named(NAME)).delete();
    Eventually.see(() -> assertThat(application().isGone()).isTrue());
  }

  @Test
  void deletesNoApplicationWhereItMayOnlyCreateAndUpdate() {
    create("{\"applicationsSync\": \"create-update\"}");
    application().see("/status/sync/status", "OutOfSync");
    world().client().resource(Clusters.named(NAME)).delete();
    application().refresh();
    application().see("/status/sync/status", "Unknown");
    assertThat(application().at("/metadata/deletionTimestamp").isMissingNode()).isTrue();
  }

  @Test
  void leavesApplicationsWhenItIsOrphaned() {
    create("{\"preserveResourcesOnDeletion\": true}");
    awaitItsApplication();
    set().withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
    Eventually.see(() -> assertThat(set().get()).isNull());
    assertThat(
            application().at("/metadata/ownerReferences").isMissingNode()
                || application().at("/metadata/ownerReferences").isEmpty())
        .isTrue();
    application().delete();
  }

  @Test
  void saysThatATemplateCannotBeEvaluated() {
    create("{}", "{{ .metadata.labels.absent }}");
    Eventually.see(
        () ->
            assertThat(set().get().get("status", "conditions", 0, "type").toString())
                .isEqualTo("ErrorOccurred"));
    Eventually.see(
        () ->
            assertThat(set().get().get("status", "conditions", 0, "status").toString())
                .isEqualTo("True"));
  }

  /** Of this very set: Argo CD may have made one more for the set before, which is about to go. */
  private void awaitItsApplication() {
    String uid = set().get().getMetadata().getUid();
    Eventually.see(
        () ->
            assertThat(application().at("/metadata/ownerReferences/0/uid").asText())
                .isEqualTo(uid));
  }

  private void create(String policy) {
    create(policy, "{{ .metadata.labels.color }}");
  }

  private void create(String policy, String label) {
    String json =
        """
        {"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet",
         "metadata": {"name": "set-contract", "namespace": "argocd"},
         "spec": {"goTemplate": true, "goTemplateOptions": ["missingkey=error"],
           "syncPolicy": POLICY,
           "generators": [{"clusters": {"selector": {"matchLabels": {"color": "blue"}}}}],
           "template": {
             "metadata": {"name": "contract-{{ .name }}", "labels": {"fromCluster": "LABEL"}},
             "spec": {"project": "default",
               "destination": {"name": "{{ .name }}", "namespace": "contract-sets"},
               "source": {"repoURL": "GIT", "targetRevision": "main", "path": "waves"}}}}}
        """
            .replace("POLICY", policy)
            .replace("LABEL", label)
            .replace("GIT", world().repository());
    world().client().resource(Json.resource(json)).create();
  }

  private ApplicationUnderTest application() {
    return new ApplicationUnderTest(world().client(), "contract-" + NAME);
  }

  private Resource<GenericKubernetesResource> set() {
    return world()
        .client()
        .genericKubernetesResources("argoproj.io/v1alpha1", "ApplicationSet")
        .inNamespace("argocd")
        .withName(NAME);
  }
}
