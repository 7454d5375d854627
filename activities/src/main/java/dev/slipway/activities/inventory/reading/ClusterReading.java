package dev.slipway.activities.inventory.reading;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cluster has at one moment.
 *
 * @param kinds those that could be listed
 * @param unread what could not
 */
public record ClusterReading(List<SeenObject> objects, List<Kind> kinds, List<Unread> unread) {
  public ClusterReading {
    objects = List.copyOf(objects);
    kinds = List.copyOf(kinds);
    unread = List.copyOf(unread);
  }

  public Stream<SeenObject> ofKind(String group, String name) {
    return objects.stream().filter(seen -> seen.is(name) && seen.kind().group().equals(group));
  }

  public Map<String, SeenObject> byUid() {
    return objects.stream().collect(toMap(SeenObject::uid, seen -> seen, (first, second) -> first));
  }

  public Optional<SeenObject> find(Subject subject) {
    return objects.stream().filter(seen -> seen.subject().equals(subject)).findFirst();
  }

  /** Whether a list of that kind was answered, so that what is not in it is not there. */
  public boolean hasSeenAll(Subject subject) {
    return kinds.stream()
            .anyMatch(
                kind -> kind.group().equals(subject.group()) && kind.name().equals(subject.kind()))
        || isServedByNobody(subject);
  }

  /** A kind that discovery does not know has no objects, unless discovery itself failed. */
  private boolean isServedByNobody(Subject subject) {
    return unread.stream()
        .map(Unread::subject)
        .noneMatch(
            missing ->
                missing.group().equals(subject.group())
                    && (missing.kind().isEmpty() || missing.kind().equals(subject.kind())));
  }
}
