package dev.slipway.e2e.bed.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A chart with the name and version of a real one, and about what Argo CD would see of it. */
final class StandInChart {
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "ingress-nginx", List.of("load-balancer"),
          "keycloak", List.of("database", "ingress", "keycloak-config"),
          "keycloakx", List.of("database", "ingress", "keycloak-config"),
          "backstage", List.of("database", "ingress", "needs-keycloak"),
          "argo-workflows", List.of("ingress", "needs-keycloak"),
          "external-dns", List.of("job"),
          "cert-manager", List.of("extra-objects", "crds-cert-manager"));

  private StandInChart() {}

  static Path build(Path work, ChartVersion version, Path out) {
    ChartFolder chart = new ChartFolder(work, version.name(), version.version());
    chart.addTemplate("values.yaml", "values.yaml");
    chart.addTemplate("templates/workload.yaml", "workload.yaml");
    for (String part : PARTS.getOrDefault(version.name(), List.of())) {
      chart.addTemplate("templates/" + part + ".yaml", part + ".yaml");
    }
    return chart.packageInto(out);
  }
}
