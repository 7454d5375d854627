package dev.slipway.standins.contract;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Requests that the typed client would shape its own way. */
final class Raw {
  private Raw() {}

  static void delete(KubernetesClient client, String path, String options) {
    client.raw(path, "DELETE", options);
  }

  static String get(KubernetesClient client, String path) {
    return client.raw(path, "GET", null);
  }
}
