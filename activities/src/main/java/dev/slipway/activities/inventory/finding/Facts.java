package dev.slipway.activities.inventory.finding;

import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.inventory.whose.Belongings;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.plan.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person should know of an object before it goes. */
public final class Facts {
  private final Belongings belongings;
  private final Map<String, List<SeenObject>> byKind = new HashMap<>();
  private final Map<String, List<SeenObject>> byNamespace = new HashMap<>();

  public Facts(ClusterReading reading, Belongings belongings) {
    this.belongings = belongings;
    for (SeenObject seen : reading.objects()) {
      String kind = seen.kind().group() + "/" + seen.kind().name();
      byKind.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(seen);
      byNamespace
          .computeIfAbsent(seen.object().namespace(), unknown -> new ArrayList<>())
          .add(seen);
    }
  }

  public List<Fact> of(SeenObject seen) {
    return switch (seen.kind().name()) {
      case "CustomResourceDefinition" -> definition(seen);
      case "Namespace" ->
          count("not ours in it", byNamespace.getOrDefault(seen.object().name(), List.of()));
      case "PersistentVolumeClaim" -> claim(seen);
      case "PersistentVolume" ->
          List.of(fact("reclaimPolicy", seen, "/persistentVolumeReclaimPolicy"));
      case "Application" -> application(seen);
      default -> List.of();
    };
  }

  private List<Fact> definition(SeenObject seen) {
    List<SeenObject> resources = byKind.getOrDefault(seen.object().definedKind(), List.of());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("custom resources", String.valueOf(resources.size())));
    facts.addAll(count("not ours", resources));
    return facts;
  }

  /** Nothing where it would be none. */
  private List<Fact> count(String name, List<SeenObject> among) {
    long foreign = among.stream().filter(it -> belongings.of(it).is(Ownership.NOT_OURS)).count();
    return foreign == 0 ? List.of() : List.of(new Fact(name, String.valueOf(foreign)));
  }

  private static List<Fact> claim(SeenObject seen) {
    return List.of(
        new Fact("phase", seen.object().status().path("phase").asText()),
        new Fact("capacity", seen.object().status().at("/capacity/storage").asText()));
  }

  private static List<Fact> application(SeenObject seen) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("sync", seen.object().status().at("/sync/status").asText()));
    facts.add(new Fact("health", seen.object().status().at("/health/status").asText()));
    facts.add(new Fact("namespace", seen.object().spec().at("/destination/namespace").asText()));
    if (!seen.object().status().at("/operationState/phase").asText().isEmpty()) {
      facts.add(new Fact("operation", seen.object().status().at("/operationState/phase").asText()));
    }
    return facts;
  }

  private static Fact fact(String name, SeenObject seen, String path) {
    return new Fact(name, seen.object().spec().at(path).asText());
  }
}
