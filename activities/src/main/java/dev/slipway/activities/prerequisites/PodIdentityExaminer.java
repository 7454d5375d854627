package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.packages.AddonCatalogue;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The addons that call AWS have a Pod Identity association. */
public final class PodIdentityExaminer implements Examiner {
  private static final List<Caller> CALLERS =
      List.of(
          new Caller("external-secrets", "external-secrets", "external-secrets"),
          new Caller("external-dns", "external-dns", "external-dns"),
          new Caller("aws-load-balancer-controller", "kube-system", "aws-load-balancer-controller"),
          new Caller("crossplane-upbound-providers", "crossplane-system", "provider-aws"));

  private final AwsClients aws;
  private final PackagesFolder packages;

  /** A service account that calls AWS. */
  private record Caller(String addon, String namespace, String serviceAccount) {
    String path() {
      return namespace + "/" + serviceAccount;
    }
  }

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
    List<Caller> callers = callers(request.platform());
    try {
      Set<String> associated = associated(request.platform().target());
      callers.stream()
          .filter(caller -> !associated.contains(caller.path()))
          .forEach(
              caller -> findings.warning(subject(caller), "it has none" + consequence(caller)));
    } catch (ApplicationFailure e) {
      String names = callers.stream().map(Caller::path).collect(Collectors.joining(", "));
      findings.warning(
          subject(request.platform()),
          "whether %s have theirs could not be established: %s"
              .formatted(names, e.getOriginalMessage()));
    }
  }

  private List<Caller> callers(Platform platform) {
    AddonCatalogue catalogue = packages.addons(platform.config().pathRouting());
    return CALLERS.stream()
        .filter(
            caller ->
                catalogue.addons().stream()
                    .anyMatch(addon -> addon.isEnabled() && addon.key().equals(caller.addon())))
        .filter(
            caller ->
                !platform.config().autoMode()
                    || !caller.addon().equals("aws-load-balancer-controller"))
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

  private static String subject(Caller caller) {
    return "Pod Identity association of " + caller.path();
  }

  private static String consequence(Caller caller) {
    return "; without another source of credentials addon " + caller.addon() + " cannot call AWS";
  }
}
