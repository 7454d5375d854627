package dev.slipway.activities.inventory.whose;

import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What comes into being at run time, unmarked, because of something that is ours. */
final class RunTime {
  private static final Set<String> KUBERNETES_OWN =
      Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default");
  private static final Pattern CONTROLLERS =
      Pattern.compile(
          "argocd(-.*)?|helm|slipway|external-secrets(-.*)?|externalsecrets.*|crossplane.*"
              + "|cert-manager(-.*)?|cainjector|kube-controller-manager|kube-scheduler|kubelet"
              + "|kube-apiserver|nginx-ingress-controller|aws-load-balancer-controller|controller"
              + "|manager|workflow-controller|keycloak.*");
  // These people register and write through Argo CD's own server.
  private static final Set<String> PEOPLES = Set.of("Application", "ApplicationSet", "AppProject");
  private static final String REGISTERED = "argocd.argoproj.io/secret-type";
  private static final Pattern CROSSPLANE = Pattern.compile("([a-z]+\\.)?crossplane\\.io");
  // What a Job writes has no owner, as it is to outlive the Job.
  private static final Map<String, String> JOB_RESULTS = Map.of("keycloak-clients", "keycloak");

  private final ClusterReading reading;
  private final Function<SeenObject, Belonging> others;

  /**
   * @param others whose another object is
   */
  RunTime(ClusterReading reading, Function<SeenObject, Belonging> others) {
    this.reading = reading;
    this.others = others;
  }

  /** Because of what it came, and whose that is; empty where nothing of ours explains it. */
  Optional<Belonging> of(SeenObject seen) {
    return switch (seen.kind().name()) {
      case "PersistentVolumeClaim" -> claimOf(seen);
      case "PersistentVolume" -> volumeOf(seen);
      case "CustomResourceDefinition" -> definitionOf(seen);
      case "Secret" -> jobResultOf(seen);
      default -> Optional.empty();
    };
  }

  /** Whether Kubernetes or a controller of the platform put it into its namespace. */
  static boolean isPlatforms(SeenObject seen) {
    if (KUBERNETES_OWN.contains(seen.kind().name() + " " + seen.object().name())) {
      return true;
    }
    if (PEOPLES.contains(seen.kind().name()) || seen.object().labels().containsKey(REGISTERED)) {
      return seen.is("AppProject") && seen.object().name().equals("default");
    }
    List<String> managers = seen.object().managers();
    return !managers.isEmpty()
        && managers.stream().allMatch(it -> CONTROLLERS.matcher(it).matches());
  }

  private Optional<Belonging> claimOf(SeenObject claim) {
    return reading
        .ofKind("apps", "StatefulSet")
        .filter(set -> set.object().namespace().equals(claim.object().namespace()))
        .filter(set -> claims(set).matcher(claim.object().name()).matches())
        .flatMap(set -> because(set, "claimed by " + set.subject()).stream())
        .findFirst();
  }

  private static Pattern claims(SeenObject set) {
    Set<String> templates =
        StreamSupport.stream(set.object().spec().path("volumeClaimTemplates").spliterator(), false)
            .map(template -> Pattern.quote(template.at("/metadata/name").asText()))
            .collect(toSet());
    return Pattern.compile(
        "(%s)-%s-\\d+".formatted(String.join("|", templates), Pattern.quote(set.object().name())));
  }

  private Optional<Belonging> volumeOf(SeenObject volume) {
    String uid = volume.object().spec().at("/claimRef/uid").asText();
    return reading
        .ofKind("", "PersistentVolumeClaim")
        .filter(claim -> claim.uid().equals(uid))
        .flatMap(claim -> because(claim, "bound to " + claim.subject()).stream())
        .findFirst();
  }

  /** Crossplane makes its own CRDs when it starts, and those of its providers later. */
  private Optional<Belonging> definitionOf(SeenObject definition) {
    String group = definition.object().spec().path("group").asText();
    return CROSSPLANE.matcher(group).matches()
        ? addon("crossplane", "made by Crossplane when it started")
        : Optional.empty();
  }

  private Optional<Belonging> jobResultOf(SeenObject secret) {
    return Optional.ofNullable(JOB_RESULTS.get(secret.object().name()))
        .filter(addon -> addon.equals(secret.object().namespace()))
        .flatMap(addon -> addon(addon, "left by a Job of " + addon));
  }

  private Optional<Belonging> addon(String key, String reason) {
    return reading
        .ofKind("argoproj.io", "Application")
        .filter(application -> key.equals(application.object().labels().get("addonName")))
        .flatMap(application -> because(application, reason).stream())
        .findFirst();
  }

  private Optional<Belonging> because(SeenObject other, String reason) {
    Belonging belonging = others.apply(other);
    return belonging.is(Ownership.NOT_OURS)
        ? Optional.empty()
        : Optional.of(new Belonging(belonging.ownership(), reason, null, belonging.addon()));
  }
}
