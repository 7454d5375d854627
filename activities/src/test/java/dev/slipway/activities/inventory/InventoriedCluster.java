package dev.slipway.activities.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.inventory.cloud.CloudQuestion;
import dev.slipway.activities.inventory.cloud.CloudSight;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.activities.ownership.record.InstallationRecord;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.SamplePlatform;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster on which something is installed, step by step, and other people's things are. */
final class InventoriedCluster implements AutoCloseable {
  private static final Target TARGET =
      new Target(new ClusterId("123456789012", "eu-west-3", "a"), null);

  final EmptyCluster cluster = new EmptyCluster();
  CloudQuestion asked;

  InventoriedCluster() {
    Stream.of("Application", "ApplicationSet", "AppProject").forEach(this::defineArgoCd);
    cluster.createNamespace("argocd");
  }

  /** Everything that is there by now was there before. */
  InventoriedCluster begin() {
    new InstallationRecord(cluster.client())
        .open(
            SamplePlatform.named("a").withDomain("example.com").withPackages("digest"),
            new Approval(new Owner("default", "w", "r"), "plan-1", "ada", null, null));
    return this;
  }

  /** Makes an object as a step of the installation. */
  InventoriedCluster made(String yaml) {
    List<Thing> things = List.of(Thing.of(new KubernetesObject(parse(yaml)), "tests", "keycloak"));
    ManifestWriter writer =
        new ManifestWriter(cluster.client(), "p", "BOOTSTRAP_CLUSTER", () -> {});
    writer.intend(things);
    put(yaml);
    writer.fulfil(things);
    return this;
  }

  InventoriedCluster finish() {
    new InstallationRecord(cluster.client())
        .complete(new InstalledParts(List.of(), "arn:c", "arn:g", List.of()));
    return this;
  }

  /** Makes an object that nothing remembers. */
  InventoriedCluster put(String yaml) {
    cluster.server().objects().put(parse(yaml));
    return this;
  }

  Inventory inventory() {
    return new InventoryActivitiesImpl(
            cluster.access(),
            (target, question) -> {
              asked = question;
              return new CloudSight(
                  List.of(),
                  List.of(new Unread(Subject.aws("secret", "eu-west-3", ""), "AWS is away")));
            })
        .takeInventory(TARGET);
  }

  Optional<Holding> holding(String subject) {
    return inventory().holdings().stream()
        .filter(holding -> holding.subject().toString().equals(subject))
        .findFirst();
  }

  Belonging belonging(String subject) {
    return holding(subject).orElseThrow().belonging();
  }

  @Override
  public void close() {
    cluster.close();
  }

  private void defineArgoCd(String kind) {
    define("argoproj.io", "v1alpha1", kind, "Namespaced");
  }

  InventoriedCluster define(String group, String version, String kind, String scope) {
    cluster.define(
        new CustomResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion(version)
            .withScope(scope)
            .withKind(kind)
            .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
            .build());
    return this;
  }

  private static ObjectNode parse(String yaml) {
    try {
      JsonNode read = new YAMLMapper().readTree(yaml);
      return (ObjectNode) new ObjectMapper().readTree(read.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
