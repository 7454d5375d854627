package dev.slipway.e2e.parking;

import dev.slipway.e2e.bed.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A template that evaluates nothing: nobody sees it before Argo CD renders the chart. */
record WrongValue(Sources sources, Path file, String right) {
  static WrongValue pushedTo(Sources sources) {
    try {
      Path file = sources.packages().resolve("cert-manager/values.yaml");
      WrongValue wrong = new WrongValue(sources, file, Files.readString(file));
      wrong.push(wrong.right + "extraObjects: ['{{ .Values.missing.key }}']\n");
      return wrong;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pushes what was there before, with a word that it had not. */
  void mend() {
    push(right + "# mended\n");
  }

  private void push(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sources.git().commit("Change cert-manager");
  }
}
