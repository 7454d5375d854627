package dev.slipway.e2e.bed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process of the bed has said so far. */
public record ServerLog(Path file) {
  private static final int LAST_LINES = 25;

  /** Empty before the first start. */
  public String text() {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its end, as part of a failure's message. */
  String tail() {
    List<String> lines = text().lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return "; its log " + file + " ends:\n  " + String.join("\n  ", last);
  }
}
