package dev.slipway.sandbox.worker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A release's first revision, kept the way Helm keeps it. */
record HelmRecord(
    String release,
    String namespace,
    String chart,
    String chartVersion,
    String description,
    String manifest) {

  Secret secret() {
    return new SecretBuilder()
        .withNewMetadata()
        .withName("sh.helm.release.v1." + release + ".v1")
        .withNamespace(namespace)
        .addToLabels("owner", "helm")
        .addToLabels("name", release)
        .addToLabels("status", "deployed")
        .addToLabels("version", "1")
        .endMetadata()
        .withType("helm.sh/release.v1")
        .addToData("release", encoded(encoded(zipped()).getBytes(StandardCharsets.US_ASCII)))
        .build();
  }

  private byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content().toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private ObjectNode content() {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("name", release).put("namespace", namespace).put("version", 1);
    content.put("manifest", manifest);
    content.putObject("info").put("status", "deployed").put("description", description);
    content
        .putObject("chart")
        .putObject("metadata")
        .put("name", chart)
        .put("version", chartVersion);
    return content;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
