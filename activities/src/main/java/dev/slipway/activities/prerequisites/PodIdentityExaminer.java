package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.packages.AddonCatalogue;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Addon;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The addons that call AWS have a Pod Identity association. */
public final class PodIdentityExaminer implements Examiner {
  private final AwsClients aws;
  private final PackagesFolder packages;

  public PodIdentityExaminer(AwsClients aws, PackagesFolder packages) {
    this.aws = aws;
    this.packages = packages;
  }

  @Override
  public String subject(Platform platform) {
    return "Pod Identity associations";
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    List<Addon> callers = callers(request.platform());
    try {
      Set<String> associated = associated(request.platform().target());
      callers.stream()
          .filter(addon -> !associated.contains(addon.awsCaller().toString()))
          .forEach(addon -> findings.warning(subject(addon), "it has none" + consequence(addon)));
    } catch (ApplicationFailure e) {
      String names =
          callers.stream()
              .map(addon -> addon.awsCaller().toString())
              .collect(Collectors.joining(", "));
      findings.warning(
          subject(request.platform()),
          "whether %s have theirs could not be established: %s"
              .formatted(names, e.getOriginalMessage()));
    }
  }

  private List<Addon> callers(Platform platform) {
    boolean autoMode = platform.config().autoMode();
    AddonCatalogue catalogue =
        packages.approved(platform.packages()).addons(platform.config().pathRouting());
    return AddonGraph.CNOE.order().stream()
        .filter(addon -> addon.awsCaller() != null)
        .filter(addon -> !autoMode || !addon.autoModeHasOwn())
        .filter(addon -> catalogue.isEnabled(addon.key()))
        .toList();
  }

  private Set<String> associated(Target target) {
    return AwsFailures.naming(
        "Pod Identity associations of " + target.cluster(),
        () ->
            aws
                .eks(target)
                .listPodIdentityAssociationsPaginator(
                    call -> call.clusterName(target.cluster().name()))
                .associations()
                .stream()
                .map(association -> association.namespace() + "/" + association.serviceAccount())
                .collect(Collectors.toSet()));
  }

  private static String subject(Addon addon) {
    return "Pod Identity association of " + addon.awsCaller();
  }

  private static String consequence(Addon addon) {
    return "; without another source of credentials addon " + addon.key() + " cannot call AWS";
  }
}
