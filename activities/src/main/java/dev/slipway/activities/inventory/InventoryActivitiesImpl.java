package dev.slipway.activities.inventory;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.inventory.cloud.CloudLook;
import dev.slipway.activities.inventory.cloud.CloudSight;
import dev.slipway.activities.inventory.reading.ClusterReader;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.workflows.contract.InventoryActivities;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.rules.RemovalPlanning;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a cluster and its account, and changes nothing. */
public final class InventoryActivitiesImpl implements InventoryActivities {
  private final ClusterAccess clusters;
  private final CloudLook cloud;

  public InventoryActivitiesImpl(ClusterAccess clusters, CloudLook cloud) {
    this.clusters = clusters;
    this.cloud = cloud;
  }

  @Override
  public Inventory takeInventory(Target target) {
    KubernetesClient client = clusters.client(target);
    ManifestReading manifest = ManifestReading.of(client);
    ClusterReading reading = new ClusterReader(client).read();
    List<Holding> holdings =
        new ArrayList<>(
            new ClusterInventory(reading, manifest.known(), target.cluster().region()).holdings());
    CloudSight sight = cloud.look(target, CloudQuestions.of(reading, holdings, manifest.known()));
    holdings.addAll(sight.holdings());
    List<Unread> unread = new ArrayList<>(reading.unread());
    unread.addAll(sight.unread());
    holdings.sort(Comparator.comparing(Holding::subject));
    unread.sort(Comparator.comparing(Unread::subject));
    return new Inventory(target.cluster(), clusterUid(reading), manifest.seen(), holdings, unread);
  }

  @Override
  public RemovalPlan planRemoval(RemovalQuestion question) {
    return RemovalPlanning.plan(
        takeInventory(question.target()), question.extent(), AddonGraph.CNOE);
  }

  private static String clusterUid(ClusterReading reading) {
    return reading
        .find(new Subject("", "Namespace", "", "kube-system"))
        .map(namespace -> namespace.uid())
        .orElse("");
  }
}
