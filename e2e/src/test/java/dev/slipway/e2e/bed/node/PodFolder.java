package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the processes behind one cluster's pods live. */
record PodFolder(Path path) {
  Launch launch(String name, List<?> command, String... flags) {
    List<Object> words = new ArrayList<>(command);
    words.addAll(Arrays.asList(flags));
    return Launch.of(name, path, words.toArray()).with("TMPDIR", made("tmp"));
  }

  Path made(String folder) {
    try {
      return Files.createDirectories(path.resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String file, String text) {
    try {
      return Files.writeString(path.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
