package dev.slipway.activities.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.UpgradeCommand;
import com.marcnuri.helm.jni.HelmLib;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The calls into the native library; only ever made in the child. */
final class HelmCalls {
  // As long as helm itself waits by default.
  private static final int HOOK_TIMEOUT_SECONDS = 300;

  private final HelmLib library;
  private final Path folder;

  HelmCalls(HelmLib library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  HelmReply call(HelmRequest request) throws IOException {
    List<Path> values = writeValues(request);
    try {
      return new HelmReply(
          switch (request.operation()) {
            case INSTALL -> install(request, values);
            case UPGRADE -> upgrade(request, values);
            case TEMPLATE -> template(request, values);
          },
          null);
    } catch (IllegalStateException e) {
      return new HelmReply(null, e.getMessage());
    }
  }

  private String install(HelmRequest request, List<Path> values) {
    InstallCommand command =
        new InstallCommand(library, request.chart())
            .withName(request.release())
            .withNamespace(request.namespace())
            .withDescription(request.description())
            .withTimeout(HOOK_TIMEOUT_SECONDS)
            .withKubeConfigContents(request.kubeconfig());
    values.forEach(command::withValuesFile);
    return command.call().getOutput();
  }

  // Without resetValues, an upgrade without values would take over those of the last revision.
  private String upgrade(HelmRequest request, List<Path> values) {
    UpgradeCommand command =
        new UpgradeCommand(library, request.chart())
            .withName(request.release())
            .withNamespace(request.namespace())
            .resetValues()
            .withDescription(request.description())
            .withTimeout(HOOK_TIMEOUT_SECONDS)
            .withKubeConfigContents(request.kubeconfig());
    values.forEach(command::withValuesFile);
    return command.call().getOutput();
  }

  private String template(HelmRequest request, List<Path> values) {
    TemplateCommand command =
        new TemplateCommand(library, request.chart())
            .withName(request.release())
            .withNamespace(request.namespace());
    if (!request.kubernetes().isEmpty()) {
      command.withKubeVersion(request.kubernetes());
    }
    values.forEach(command::withValuesFile);
    return command.call();
  }

  private List<Path> writeValues(HelmRequest request) throws IOException {
    List<Path> files = new ArrayList<>();
    for (ObjectNode values : request.values()) {
      Path file = Files.createTempFile(folder, "values", ".json");
      files.add(Files.writeString(file, values.toString()));
    }
    return files;
  }
}
