package dev.slipway.e2e.bed.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EBS volumes. */
public final class Disks implements AutoCloseable {
  private static final String NAMESPACE = "kubernetes.io/created-for/pvc/namespace";
  private static final String CLAIM = "kubernetes.io/created-for/pvc/name";
  private static final String VOLUME = "kubernetes.io/created-for/pv/name";
  private final Ec2Client client;

  Disks(Ec2Client client) {
    this.client = client;
  }

  /** The id of the volume with this name, which is made if there is none. */
  public String provide(String name, Map<String, String> tags) {
    return volumes().stream()
        .filter(volume -> name.equals(tag(volume, VOLUME)))
        .findFirst()
        .map(Volume::volumeId)
        .orElseGet(() -> create(name, tags));
  }

  /** Removes a volume, if it is there. */
  public void remove(String id) {
    if (volumes().stream().anyMatch(volume -> volume.volumeId().equals(id))) {
      client.deleteVolume(it -> it.volumeId(id));
    }
  }

  /** Namespace and name of each volume's claim. */
  public List<String> claims() {
    return volumes().stream()
        .map(volume -> tag(volume, NAMESPACE) + "/" + tag(volume, CLAIM))
        .toList();
  }

  public List<Volume> volumes() {
    return client.describeVolumes().volumes();
  }

  @Override
  public void close() {
    client.close();
  }

  /** The tags that the EBS driver gives a claim's volume. */
  public static Map<String, String> tags(String cluster, String namespace, String claim) {
    return Map.of(
        "kubernetes.io/cluster/" + cluster,
        "owned",
        "ebs.csi.aws.com/cluster",
        "true",
        NAMESPACE,
        namespace,
        CLAIM,
        claim);
  }

  private String create(String name, Map<String, String> tags) {
    TagSpecification.Builder specification =
        TagSpecification.builder().resourceType(ResourceType.VOLUME);
    List<Tag> all = new ArrayList<>();
    all.add(Tag.builder().key(VOLUME).value(name).build());
    tags.forEach((key, value) -> all.add(Tag.builder().key(key).value(value).build()));
    String zone = client.describeAvailabilityZones().availabilityZones().get(0).zoneName();
    return client
        .createVolume(
            it ->
                it.availabilityZone(zone)
                    .size(8)
                    .tagSpecifications(specification.tags(all).build()))
        .volumeId();
  }

  private static String tag(Volume volume, String key) {
    return volume.tags().stream()
        .filter(tag -> tag.key().equals(key))
        .map(Tag::value)
        .findFirst()
        .orElse("");
  }
}
