package dev.slipway.activities.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.inventory.cloud.CloudQuestion;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import java.util.List;
import java.util.Optional;

/** What the cluster's inventory makes one ask the account. */
final class CloudQuestions {
  private static final String RECORD_OWNER = "--txt-owner-id=";
  private static final String HOSTED_ZONE = "route53_hosted_zone_id";

  private CloudQuestions() {}

  static CloudQuestion of(
      ClusterReading reading, List<Holding> holdings, Optional<Manifest> manifest) {
    List<String> secrets =
        manifest.stream()
            .flatMap(known -> known.entries().stream())
            .map(ManifestEntry::subject)
            .filter(subject -> subject.isInAws() && subject.kind().equals("secret"))
            .map(Subject::name)
            .toList();
    List<String> volumes =
        holdings.stream()
            .flatMap(holding -> holding.tiedTo(Sort.STANDS_FOR))
            .filter(subject -> subject.isInAws() && subject.kind().equals("volume"))
            .map(Subject::name)
            .distinct()
            .toList();
    return new CloudQuestion(secrets, hostedZone(reading), recordOwner(reading), volumes);
  }

  /** As External DNS is told, whoever told it. */
  private static String recordOwner(ClusterReading reading) {
    return reading
        .ofKind("apps", "Deployment")
        .filter(workload -> workload.isOfApp("external-dns"))
        .flatMap(
            workload ->
                workload.object().spec().at("/template/spec/containers/0/args").valueStream())
        .map(JsonNode::asText)
        .filter(argument -> argument.startsWith(RECORD_OWNER))
        .map(argument -> argument.substring(RECORD_OWNER.length()))
        .findFirst()
        .orElse("");
  }

  private static String hostedZone(ClusterReading reading) {
    return reading
        .find(new Subject("", "Secret", ArgoCd.NAMESPACE, ArgoCdSecrets.CLUSTER))
        .map(secret -> secret.object().annotations().getOrDefault(HOSTED_ZONE, ""))
        .orElse("");
  }
}
