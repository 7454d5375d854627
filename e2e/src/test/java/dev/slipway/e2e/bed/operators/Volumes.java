package dev.slipway.e2e.bed.operators;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;

/** The volume driver: makes a volume for each claim that has a node, and deletes released ones. */
final class Volumes implements StandIn {
  private static final String NODE = "volume.kubernetes.io/selected-node";
  private final KubernetesClient client;

  Volumes(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public void act(Set<String> live) {
    client.persistentVolumeClaims().inAnyNamespace().list().getItems().stream()
        .filter(Volumes::isWaiting)
        .filter(claim -> client.persistentVolumes().withName(nameFor(claim)).get() == null)
        .forEach(claim -> client.resource(volumeFor(claim)).create());
    client.persistentVolumes().list().getItems().stream()
        .filter(volume -> "Released".equals(volume.getStatus().getPhase()))
        .forEach(volume -> client.resource(volume).delete());
  }

  private static boolean isWaiting(PersistentVolumeClaim claim) {
    return "Pending".equals(claim.getStatus().getPhase())
        && claim.getMetadata().getAnnotations() != null
        && claim.getMetadata().getAnnotations().containsKey(NODE);
  }

  private static String nameFor(PersistentVolumeClaim claim) {
    return "pvc-" + claim.getMetadata().getUid();
  }

  private static PersistentVolume volumeFor(PersistentVolumeClaim claim) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(nameFor(claim))
        .addToAnnotations("pv.kubernetes.io/provisioned-by", "bed")
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
        .withNewHostPath("/bed/" + nameFor(claim), null)
        .endSpec()
        .build();
  }
}
