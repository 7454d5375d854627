package dev.slipway.activities.inventory.cloud;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The volumes that the EBS driver of this cluster has made, by its tags. Whether one is the
 * installation's, its claim tells; one whose claim is gone is nobody's that anybody could name.
 */
final class Volumes implements CloudKind {
  private static final String CLAIM = "kubernetes.io/created-for/pvc/name";
  private static final String CLAIM_NAMESPACE = "kubernetes.io/created-for/pvc/namespace";

  private final Function<Target, Ec2Client> clients;

  Volumes(Function<Target, Ec2Client> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "volume";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    return AwsFailures.naming(
        "volumes in " + target.cluster().region(),
        () ->
            clients.apply(target).describeVolumesPaginator().volumes().stream()
                .filter(volume -> isOf(volume, target, question))
                .map(volume -> holding(volume, target, question))
                .toList());
  }

  private static boolean isOf(Volume volume, Target target, CloudQuestion question) {
    return question.volumes().contains(volume.volumeId())
        || tags(volume).containsKey(OwnerTags.CLUSTER + target.cluster().name())
        || target.cluster().name().equals(tags(volume).get(OwnerTags.AUTO_MODE_CLUSTER));
  }

  private Holding holding(Volume volume, Target target, CloudQuestion question) {
    Map<String, String> tags = tags(volume);
    List<Tie> ties =
        tags.containsKey(CLAIM)
            ? List.of(
                new Tie(
                    Tie.Sort.STANDS_FOR,
                    new Subject(
                        "",
                        "PersistentVolumeClaim",
                        tags.getOrDefault(CLAIM_NAMESPACE, ""),
                        tags.get(CLAIM))))
            : List.of();
    Belonging belonging =
        question.volumes().contains(volume.volumeId())
            ? new Belonging(Ownership.OURS, "a volume of the installation is on it", null, null)
            : new Belonging(
                Ownership.NOT_OURS,
                "of this cluster, and of no claim of the installation",
                null,
                null);
    return new Holding(
        Subject.aws(kind(), target.cluster().region(), volume.volumeId()),
        volume.volumeId(),
        Presence.HERE,
        belonging,
        ties,
        List.of(),
        List.of(new Fact("state", volume.stateAsString())));
  }

  private static Map<String, String> tags(Volume volume) {
    return volume.tags().stream().collect(toMap(Tag::key, Tag::value));
  }
}
