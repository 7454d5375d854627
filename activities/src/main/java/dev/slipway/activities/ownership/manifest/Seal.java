package dev.slipway.activities.ownership.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.workflows.digest.Sha256;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The checksum over a finished installation's record and all parts of its manifest: a part that
 * somebody has deleted or changed shows. While an install is under way there is none.
 */
public final class Seal {
  /** Where the record has it. */
  public static final String KEY = "seal";

  /** Where the record is, and the ConfigMaps of the manifest beside it. */
  public static final String NAMESPACE = "kube-system";

  /** Name of the record. */
  public static final String RECORD = "slipway-installation";

  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  private Seal() {}

  /**
   * Over this record and these parts.
   *
   * @param record its entries; the seal itself does not count
   * @param parts checksums by name
   */
  public static String of(Map<String, String> record, Map<String, String> parts) {
    Map<String, String> sealed = new TreeMap<>(record);
    sealed.remove(KEY);
    parts.forEach((name, checksum) -> sealed.put("part " + name, checksum));
    String text =
        sealed.entrySet().stream()
            .map(entry -> entry.getKey().length() + ":" + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
    return Sha256.of(text.getBytes(UTF_8));
  }

  /** Goes before a part of a sealed manifest is written. */
  static void breakIn(KubernetesClient client) {
    Resource<ConfigMap> record = client.configMaps().inNamespace(NAMESPACE).withName(RECORD);
    boolean sealed =
        Answers.find(record)
            .map(ConfigMap::getData)
            .filter(data -> data.containsKey(KEY))
            .isPresent();
    if (sealed) {
      record.patch(MERGE, "{\"data\":{\"%s\":null}}".formatted(KEY));
    }
  }
}
