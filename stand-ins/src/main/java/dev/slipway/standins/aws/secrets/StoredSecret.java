package dev.slipway.standins.aws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** A secret with its versions; a version's label moves as Secrets Manager moves it. */
final class StoredSecret {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";

  private final String name;
  private final String arn;
  private final Clock clock;
  private final Instant created;
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, String> versionByStage = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private String description = "";
  private Instant currentSince;
  private Instant deleted;

  StoredSecret(String name, String arn, Clock clock) {
    this.name = name;
    this.arn = arn;
    this.clock = clock;
    this.created = clock.instant();
    this.currentSince = created;
  }

  String arn() {
    return arn;
  }

  Map<String, String> tags() {
    return tags;
  }

  /** Takes a tag as calls write it. */
  void tag(JsonNode tag) {
    tags.put(tag.path("Key").asText(), tag.path("Value").asText());
  }

  boolean isDeleted() {
    return deleted != null;
  }

  void delete(Instant when) {
    deleted = when;
  }

  void restore() {
    deleted = null;
  }

  void describe(String text) {
    description = text;
  }

  /** The same token with the same value is one write; with another value it is refused. */
  void put(String token, String value) {
    String known = versions.get(token);
    if (known != null && !known.equals(value)) {
      throw new AwsRefusal(
          400,
          "ResourceExistsException",
          "You can't use ClientRequestToken " + token + " because that value is already in use");
    }
    if (known != null) {
      return;
    }
    versions.put(token, value);
    currentSince = clock.instant();
    String before = versionByStage.put(CURRENT, token);
    if (before != null) {
      versionByStage.put(PREVIOUS, before);
    }
  }

  boolean hasVersion(String token, String value) {
    return Objects.equals(versions.get(token), value);
  }

  String currentVersion() {
    return versionByStage.get(CURRENT);
  }

  Instant currentSince() {
    return currentSince;
  }

  String currentValue() {
    String value = versions.get(currentVersion());
    if (value == null) {
      throw new NoSuchElementException(name + " has no value");
    }
    return value;
  }

  ObjectNode reference() {
    return JsonNodeFactory.instance.objectNode().put("ARN", arn).put("Name", name);
  }

  ObjectNode description() {
    ObjectNode node = reference().put("Description", description);
    node.put("CreatedDate", created.getEpochSecond());
    if (deleted != null) {
      node.put("DeletedDate", deleted.getEpochSecond());
    }
    tags.forEach(
        (key, value) -> node.withArray("Tags").addObject().put("Key", key).put("Value", value));
    ObjectNode stages = node.putObject("VersionIdsToStages");
    versionByStage.forEach((stage, version) -> stages.withArray(version).add(stage));
    return node;
  }

  List<String> stages(String version) {
    List<String> stages = new ArrayList<>();
    versionByStage.forEach(
        (stage, holder) -> {
          if (holder.equals(version)) {
            stages.add(stage);
          }
        });
    return stages;
  }
}
