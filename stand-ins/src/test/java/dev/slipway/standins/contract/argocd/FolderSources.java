package dev.slipway.standins.contract.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.standins.argocd.sources.NotRendered;
import dev.slipway.standins.argocd.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The contract's manifests in place of a Git repository; there are no charts. */
final class FolderSources implements Sources {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String COMMIT = "0123456789012345678901234567890123456789";

  @Override
  public Rendered render(JsonNode application) {
    String folder = application.at("/spec/source/path").asText();
    if (!Manifests.FOLDERS.contains(folder)) {
      throw new NotRendered(
          "failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = "
              + folder
              + ": app path does not exist");
    }
    try (var documents =
        YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(Manifests.of(folder))) {
      return new Rendered(documents.readAll(), List.of(COMMIT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
