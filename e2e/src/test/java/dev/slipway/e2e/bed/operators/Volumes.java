package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.Disks;
import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.CSIDriverBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;

/**
 * The EBS driver, which is the cluster's own: makes a volume for each claim that has a node, and
 * deletes released ones unless they are to be kept.
 */
final class Volumes implements StandIn {
  private static final String DRIVER = "ebs.csi.aws.com";
  private static final String NODE = "volume.kubernetes.io/selected-node";
  private final KubernetesClient client;
  private final Disks disks;
  private final String cluster;
  private volatile boolean away;

  Volumes(KubernetesClient client, Disks disks, String cluster) {
    this.client = client;
    this.disks = disks;
    this.cluster = cluster;
  }

  void goAway(boolean away) {
    this.away = away;
  }

  /** Attaches nothing: a volume would else be in use for as long as kwok's pods are. */
  void register() {
    client
        .resource(
            new CSIDriverBuilder()
                .withNewMetadata()
                .withName(DRIVER)
                .endMetadata()
                .withNewSpec()
                .withAttachRequired(false)
                .endSpec()
                .build())
        .createOr(existing -> existing.update());
  }

  @Override
  public void act(Set<String> live) {
    if (away) {
      return;
    }
    client.persistentVolumeClaims().inAnyNamespace().list().getItems().stream()
        .filter(Volumes::isWaiting)
        .filter(claim -> client.persistentVolumes().withName(nameFor(claim)).get() == null)
        .forEach(claim -> client.resource(volumeFor(claim)).create());
    client.persistentVolumes().list().getItems().stream()
        .filter(Volumes::isToGo)
        .forEach(this::remove);
  }

  private void remove(PersistentVolume volume) {
    if (volume.getSpec().getCsi() != null) {
      disks.remove(volume.getSpec().getCsi().getVolumeHandle());
    }
    client.resource(volume).delete();
  }

  private static boolean isToGo(PersistentVolume volume) {
    return "Released".equals(volume.getStatus().getPhase())
        && "Delete".equals(volume.getSpec().getPersistentVolumeReclaimPolicy());
  }

  private static boolean isWaiting(PersistentVolumeClaim claim) {
    return "Pending".equals(claim.getStatus().getPhase())
        && claim.getMetadata().getAnnotations() != null
        && claim.getMetadata().getAnnotations().containsKey(NODE);
  }

  private static String nameFor(PersistentVolumeClaim claim) {
    return "pvc-" + claim.getMetadata().getUid();
  }

  private PersistentVolume volumeFor(PersistentVolumeClaim claim) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(nameFor(claim))
        .addToAnnotations("pv.kubernetes.io/provisioned-by", DRIVER)
        .endMetadata()
        .withNewSpec()
        .withCapacity(claim.getSpec().getResources().getRequests())
        .withAccessModes(claim.getSpec().getAccessModes())
        .withStorageClassName(claim.getSpec().getStorageClassName())
        .withPersistentVolumeReclaimPolicy("Delete")
        .withNewClaimRef()
        .withApiVersion("v1")
        .withKind("PersistentVolumeClaim")
        .withNamespace(claim.getMetadata().getNamespace())
        .withName(claim.getMetadata().getName())
        .withUid(claim.getMetadata().getUid())
        .endClaimRef()
        .withNewCsi()
        .withDriver(DRIVER)
        .withVolumeHandle(diskFor(claim))
        .endCsi()
        .endSpec()
        .build();
  }

  private String diskFor(PersistentVolumeClaim claim) {
    return disks.provide(
        nameFor(claim),
        Disks.tags(cluster, claim.getMetadata().getNamespace(), claim.getMetadata().getName()));
  }
}
