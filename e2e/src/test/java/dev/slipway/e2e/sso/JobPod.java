package dev.slipway.e2e.sso;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Servers;
import dev.slipway.e2e.bed.process.Tool;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the container of a Python job once, as a process that finds what it would find in its pod:
 * environment, files, the service account's token, and services by their names.
 */
final class JobPod {
  private static final String IN_POD =
      """
      set -e
      mount --bind "$1/hosts" /etc/hosts
      mount -t tmpfs none /run
      mkdir -p /run/secrets/kubernetes.io/serviceaccount
      mount --bind "$1/serviceaccount" /var/run/secrets/kubernetes.io/serviceaccount
      shift
      exec "$@"
      """;
  private final KubernetesClient client;
  private final String namespace;
  private final PodSpec pod;
  private final Container container;
  private final Path folder;

  JobPod(Cluster cluster, Job job) {
    client = cluster.client();
    namespace = job.getMetadata().getNamespace();
    pod = job.getSpec().getTemplate().getSpec();
    container = pod.getContainers().get(0);
    folder = newFolder(cluster.folder());
  }

  Tool.Result run() {
    JobFiles files = new JobFiles(client, namespace, folder);
    files.writeHosts();
    files.writeServiceAccount(pod.getServiceAccountName());
    for (Volume volume : pod.getVolumes()) {
      files.writeVolume(volume.getName(), volume.getConfigMap().getName());
    }
    return Tool.tryRun(Launch.of("job", folder, command().toArray()).with(environment()));
  }

  private List<Object> command() {
    List<Object> command =
        new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", IN_POD, "sh", folder));
    for (String word : container.getCommand()) {
      command.add(word.equals("python3") ? Servers.path("python") : inVolume(word));
    }
    return command;
  }

  private String inVolume(String word) {
    return container.getVolumeMounts().stream()
        .filter(mount -> word.startsWith(mount.getMountPath() + "/"))
        .map(
            mount -> word.replace(mount.getMountPath() + "/", folder + "/" + mount.getName() + "/"))
        .findFirst()
        .orElse(word);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (EnvVar variable : container.getEnv()) {
      environment.put(variable.getName(), valueOf(variable));
    }
    return environment;
  }

  private String valueOf(EnvVar variable) {
    if (variable.getValueFrom() == null) {
      return variable.getValue();
    }
    SecretKeySelector key = variable.getValueFrom().getSecretKeyRef();
    Map<String, String> data =
        client.secrets().inNamespace(namespace).withName(key.getName()).get().getData();
    return new String(Base64.getDecoder().decode(data.get(key.getKey())), StandardCharsets.UTF_8);
  }

  private static Path newFolder(Path parent) {
    try {
      return Files.createTempDirectory(parent, "job-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
