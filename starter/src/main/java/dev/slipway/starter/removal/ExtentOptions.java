package dev.slipway.starter.removal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** How far a removal goes: what is not asked for is kept. */
final class ExtentOptions {
  @Option(
      names = "--volumes",
      description = "Delete the volumes of stateful addons and their data.")
  private boolean volumes;

  @Option(
      names = "--secrets",
      paramLabel = "HOW",
      description = "keep, delete (AWS can restore them), or force; default: keep.")
  private String secrets;

  @Option(
      names = "--recovery-days",
      paramLabel = "N",
      description = "How long AWS can restore deleted secrets, 7 to 30; default: 30.")
  private Integer recoveryDays;

  @Option(names = "--crds", description = "Delete the CRDs that the installation brought.")
  private boolean crds;

  @Option(
      names = "--live-claim",
      paramLabel = "NAME",
      description = "Also this claim and what it stands for in AWS, as the plan names it.")
  private List<String> liveClaims = List.of();

  @Option(
      names = "--also-remove",
      paramLabel = "NAME",
      description = "Also this, which is only probably ours, as the plan names it.")
  private List<String> alsoRemove = List.of();

  @Option(
      names = "--local-cluster",
      paramLabel = "NAME",
      arity = "0..1",
      fallbackValue = "localdev",
      description = "Also idpbuilder's Kind cluster of this name; default: ${FALLBACK-VALUE}.")
  private String localCluster;

  /** Completes a request with what was given. */
  void putInto(ObjectNode request) {
    if (volumes) {
      request.put("volumes", true);
    }
    if (secrets != null) {
      request.put("secrets", secrets);
    }
    if (recoveryDays != null) {
      request.put("recoveryDays", recoveryDays);
    }
    if (crds) {
      request.put("crds", true);
    }
    put(request, "liveClaims", liveClaims);
    put(request, "alsoRemove", alsoRemove);
    if (localCluster != null) {
      request.put("localCluster", localCluster);
    }
  }

  private static void put(ObjectNode request, String field, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = request.putArray(field);
      names.forEach(array::add);
    }
  }
}
