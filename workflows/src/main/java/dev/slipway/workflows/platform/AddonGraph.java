package dev.slipway.workflows.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which addon needs which. A graph with a cycle, an unknown prerequisite or a key given twice
 * cannot be built.
 */
public final class AddonGraph {
  private static final String ARGO_CD = BootstrapRelease.ARGO_CD.addon();
  private static final String EXTERNAL_SECRETS = BootstrapRelease.EXTERNAL_SECRETS.addon();

  /** The addons that the installer brings itself, and that run before any Application is made. */
  public static final List<String> BOOTSTRAP = List.of(ARGO_CD, EXTERNAL_SECRETS);

  private static final List<String> INFRASTRUCTURE =
      List.of("external-dns", "cert-manager", "ingress-nginx", "keycloak");
  private static final String LOAD_BALANCERS = "aws-load-balancer-controller";

  /** The addons of the CNOE platform, a line each. */
  public static final AddonGraph CNOE =
      new AddonGraph(
          List.of(
              Addon.of(EXTERNAL_SECRETS, "External Secrets")
                  .callingAws(BootstrapRelease.EXTERNAL_SECRETS.namespace(), "external-secrets"),
              Addon.of(ARGO_CD, "Argo CD").after(EXTERNAL_SECRETS).withUrl(),
              Addon.of(LOAD_BALANCERS, "AWS Load Balancer Controller")
                  .after(ARGO_CD)
                  .callingAws("kube-system", "aws-load-balancer-controller")
                  .unlessAutoMode(),
              Addon.of("ingress-nginx", "ingress-nginx").after(LOAD_BALANCERS),
              Addon.of("external-dns", "External DNS")
                  .after(ARGO_CD)
                  .callingAws("external-dns", "external-dns"),
              Addon.of("cert-manager", "cert-manager").after(ARGO_CD),
              Addon.of("crossplane", "Crossplane").after(ARGO_CD),
              Addon.of("crossplane-upbound-providers", "Crossplane Upbound Providers")
                  .after("crossplane")
                  .callingAws("crossplane-system", "provider-aws"),
              Addon.of("crossplane-compositions", "Crossplane Compositions").after("crossplane"),
              Addon.of("keycloak", "Keycloak").after(ARGO_CD).withUrl(),
              Addon.of("backstage", "Backstage").after(INFRASTRUCTURE).withUrl(),
              Addon.of("argo-workflows", "Argo Workflows").after(INFRASTRUCTURE).withUrl()));

  private final Map<String, Addon> addons;

  public AddonGraph(List<Addon> addons) {
    this.addons = sorted(byKey(addons));
  }

  private static Map<String, Addon> byKey(List<Addon> addons) {
    Map<String, Addon> byKey = new LinkedHashMap<>();
    for (Addon addon : addons) {
      if (byKey.put(addon.key(), addon) != null) {
        throw new IllegalArgumentException("Addon given twice: " + addon.key());
      }
    }
    for (Addon addon : addons) {
      for (String prerequisite : addon.prerequisites()) {
        if (!byKey.containsKey(prerequisite)) {
          throw new IllegalArgumentException(
              "Addon " + addon.key() + " needs the unknown addon " + prerequisite);
        }
      }
    }
    return byKey;
  }

  private static Map<String, Addon> sorted(Map<String, Addon> byKey) {
    Map<String, Addon> sorted = new LinkedHashMap<>();
    while (sorted.size() < byKey.size()) {
      int before = sorted.size();
      for (Addon addon : byKey.values()) {
        if (sorted.keySet().containsAll(addon.prerequisites())) {
          sorted.putIfAbsent(addon.key(), addon);
        }
      }
      if (sorted.size() == before) {
        List<String> rest = new ArrayList<>(byKey.keySet());
        rest.removeAll(sorted.keySet());
        throw new IllegalArgumentException("Addons need each other: " + String.join(", ", rest));
      }
    }
    return sorted;
  }

  /** Every addon after its prerequisites. */
  public List<Addon> order() {
    return List.copyOf(addons.values());
  }

  /** Keys of the addons that this one needs itself; none for an addon that is not in the graph. */
  public List<String> prerequisitesOf(String key) {
    Addon addon = addons.get(key);
    return addon == null ? List.of() : addon.prerequisites();
  }

  /**
   * The graph of an installation with just these addons. Who needed an absent one needs what that
   * one needed. A team's own addon, unknown here, needs Argo CD where that is present.
   */
  public AddonGraph among(Collection<String> present) {
    List<Addon> kept = new ArrayList<>();
    for (Addon addon : addons.values()) {
      if (present.contains(addon.key())) {
        kept.add(addon.after(List.copyOf(presentPrerequisites(addon, present))));
      }
    }
    List<String> ownPrerequisites = present.contains(ARGO_CD) ? List.of(ARGO_CD) : List.of();
    for (String key : new LinkedHashSet<>(present)) {
      if (!addons.containsKey(key)) {
        kept.add(Addon.of(key, key).after(ownPrerequisites));
      }
    }
    return new AddonGraph(kept);
  }

  private Set<String> presentPrerequisites(Addon addon, Collection<String> present) {
    Set<String> found = new LinkedHashSet<>();
    for (String key : addon.prerequisites()) {
      if (present.contains(key)) {
        found.add(key);
      } else {
        found.addAll(presentPrerequisites(addons.get(key), present));
      }
    }
    return found;
  }
}
