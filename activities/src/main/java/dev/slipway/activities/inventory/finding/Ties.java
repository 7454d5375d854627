package dev.slipway.activities.inventory.finding;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.helm.admission.ReleaseMark;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.kubernetes.KubernetesObject.Owner;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an object has to do with others. */
public final class Ties {
  private static final String ARGO = "argoproj.io";

  private final String region;
  private final Map<String, SeenObject> byUid;
  private final Map<String, Subject> definitions;
  private final Map<String, Subject> volumes;
  private final Map<Subject, List<Subject>> users;

  /**
   * @param region of the account that volumes and balancers are in
   */
  public Ties(ClusterReading reading, String region) {
    this.region = region;
    byUid = reading.byUid();
    definitions =
        reading
            .ofKind("apiextensions.k8s.io", "CustomResourceDefinition")
            .collect(
                toMap(
                    seen -> seen.object().definedKind(),
                    SeenObject::subject,
                    (first, second) -> first));
    volumes =
        reading
            .ofKind("", "PersistentVolume")
            .collect(toMap(volume -> volume.object().name(), SeenObject::subject));
    users = Sharing.of(reading);
  }

  public List<Tie> of(SeenObject seen) {
    List<Tie> ties = new ArrayList<>();
    seen.object().owners().stream()
        .map(Owner::uid)
        .map(byUid::get)
        .filter(owner -> owner != null)
        .forEach(owner -> ties.add(new Tie(Sort.OWNED_BY, owner.subject())));
    tracker(seen).ifPresent(application -> ties.add(new Tie(Sort.TRACKED_BY, application)));
    users.getOrDefault(seen.subject(), List.of()).stream()
        .filter(user -> !ties.contains(new Tie(Sort.TRACKED_BY, user)))
        .forEach(user -> ties.add(new Tie(Sort.SHARED_WITH, user)));
    ReleaseMark.of(seen.object())
        .ifPresent(mark -> ties.add(new Tie(Sort.RELEASED_BY, release(mark))));
    Optional.ofNullable(definitions.get(seen.kind().group() + "/" + seen.kind().name()))
        .ifPresent(definition -> ties.add(new Tie(Sort.DEFINED_BY, definition)));
    standsFor(seen).forEach(other -> ties.add(new Tie(Sort.STANDS_FOR, other)));
    return ties;
  }

  private static Optional<Subject> tracker(SeenObject seen) {
    return seen.trackingId()
        .map(
            id ->
                new Subject(
                    ARGO, "Application", BootstrapRelease.ARGO_CD.namespace(), id.application()));
  }

  private Stream<Subject> standsFor(SeenObject seen) {
    return switch (seen.kind().name()) {
      case "PersistentVolumeClaim" ->
          Stream.ofNullable(volumes.get(seen.object().spec().path("volumeName").asText()));
      case "PersistentVolume" -> handle(seen).map(id -> Subject.aws("volume", region, id));
      case "Service", "Ingress" ->
          StreamSupport.stream(
                  seen.object().status().at("/loadBalancer/ingress").spliterator(), false)
              .map(entry -> entry.path("hostname").asText())
              .filter(name -> !name.isEmpty())
              .map(name -> Subject.aws("load balancer", region, name));
      default -> Stream.empty();
    };
  }

  private static Stream<String> handle(SeenObject volume) {
    return Stream.of("/csi/volumeHandle", "/awsElasticBlockStore/volumeID")
        .map(path -> volume.object().spec().at(path).asText())
        .filter(id -> !id.isEmpty());
  }

  private static Subject release(ReleaseMark mark) {
    return Subject.release(mark.namespace(), mark.release());
  }
}
