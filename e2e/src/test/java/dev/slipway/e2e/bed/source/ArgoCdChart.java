package dev.slipway.e2e.bed.source;

import dev.slipway.e2e.bed.process.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for the argo-cd chart, made of Argo CD's own manifests: the same objects and names,
 * and the values that matter here (CRDs with keep policy, ConfigMaps, ingress), but no hooks.
 */
final class ArgoCdChart {
  private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\w+)$");
  private static final Pattern NAME =
      Pattern.compile("(?m)^metadata:\\n(?:  .*\\n)*?  name: (\\S+)$");
  private static final Map<String, String> CONFIG_MAPS =
      Map.of("argocd-cm", "cm", "argocd-cmd-params-cm", "params", "argocd-rbac-cm", "rbac");
  private static final String DATA =
      """
      data:
        {{- range $key, $value := omit .Values.configs.%s "create" "annotations" }}
        {{ $key }}: {{ toString $value | toJson }}
        {{- end }}
      """;

  private ArgoCdChart() {}

  static Path build(Path work, String version, Path out) {
    ChartFolder chart = new ChartFolder(work, "argo-cd", version);
    chart.addTemplate("values.yaml", "argo-cd-values.yaml");
    chart.addTemplate("templates/ingress.yaml", "argo-cd-ingress.yaml");
    chart.addTemplate("templates/extra-objects.yaml", "extra-objects.yaml");
    StringBuilder templates = new StringBuilder();
    for (String manifest : manifests().split("(?m)^---\\n", -1)) {
      templates.append("---\n").append(template(manifest)).append('\n');
    }
    chart.add("templates/argo-cd.yaml", templates.toString());
    return chart.packageInto(out);
  }

  private static String template(String manifest) {
    String kind = first(KIND, manifest);
    String name = first(NAME, manifest);
    return switch (kind) {
      case "CustomResourceDefinition" -> when(".Values.crds.install", keep(manifest));
      case "NetworkPolicy" -> when(".Values.global.networkPolicy.create", manifest);
      case "ConfigMap" ->
          CONFIG_MAPS.containsKey(name)
              ? withData(manifest, CONFIG_MAPS.get(name))
              : optional(name, manifest);
      default ->
          optional(
              name, manifest.replace("namespace: argocd", "namespace: {{ .Release.Namespace }}"));
    };
  }

  private static String withData(String configMap, String values) {
    return configMap.replaceAll("(?ms)^data:.*?(?=^\\S|\\z)", "") + DATA.formatted(values);
  }

  private static String optional(String name, String manifest) {
    if (name.startsWith("argocd-dex")) {
      return when(".Values.dex.enabled", manifest);
    }
    if (name.startsWith("argocd-notifications")) {
      return when(".Values.notifications.enabled", manifest);
    }
    return manifest;
  }

  private static String keep(String definition) {
    return definition.replaceFirst(
        "(?m)^metadata:$", "metadata:\n  annotations: {helm.sh/resource-policy: keep}");
  }

  private static String when(String condition, String manifest) {
    return "{{- if " + condition + " }}\n" + manifest.strip() + "\n{{- end }}\n";
  }

  private static String first(Pattern pattern, String manifest) {
    Matcher matcher = pattern.matcher(manifest);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + manifest);
    }
    return matcher.group(1);
  }

  private static String manifests() {
    try {
      return Files.readString(Servers.path("argocd.folder").resolve("install.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
