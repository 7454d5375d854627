package dev.slipway.e2e.sso;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a pod of this namespace finds in its file system, below a folder. */
record JobFiles(KubernetesClient client, String namespace, Path folder) {
  /** The folder "serviceaccount". */
  void writeServiceAccount(String name) {
    TokenRequest wanted = new TokenRequestBuilder().withNewSpec().endSpec().build();
    TokenRequest granted =
        client.serviceAccounts().inNamespace(namespace).withName(name).tokenRequest(wanted);
    write("serviceaccount/token", granted.getStatus().getToken());
    write("serviceaccount/ca.crt", configMap("kube-root-ca.crt").getData().get("ca.crt"));
  }

  /** The file "hosts", instead of the cluster's DNS. */
  void writeHosts() {
    StringBuilder hosts = new StringBuilder("127.0.0.1 localhost\n");
    for (Service service : client.services().inAnyNamespace().list().getItems()) {
      String name = service.getMetadata().getName();
      String domain = name + "." + service.getMetadata().getNamespace() + ".svc";
      String address = service.getSpec().getClusterIP();
      hosts.append("%s %s %s.cluster.local\n".formatted(address, domain, domain));
    }
    write("hosts", hosts.toString());
  }

  /** A folder with the name of the volume. */
  void writeVolume(String volume, String configMap) {
    configMap(configMap).getData().forEach((file, text) -> write(volume + "/" + file, text));
  }

  private ConfigMap configMap(String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }

  private void write(String file, String text) {
    try {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
