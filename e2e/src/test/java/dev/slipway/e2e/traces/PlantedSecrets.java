package dev.slipway.e2e.traces;

import dev.slipway.e2e.install.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for the secrets that tests plant, and for EKS tokens; in plain text and in Base64. */
public final class PlantedSecrets {
  private static final List<String> MARKS =
      List.of("PLANTEDPRIVATEKEY", Platform.CLIENT_SECRET, "k8s-aws-v1.");
  private static final Pattern PAYLOAD = Pattern.compile("\"data\":\\s*\"([A-Za-z0-9+/=]+)\"");
  private static final List<String> FORMS = MARKS.stream().flatMap(PlantedSecrets::forms).toList();

  private PlantedSecrets() {}

  /** One line a secret that the text holds. */
  public static List<String> in(String where, String text) {
    return FORMS.stream().filter(text::contains).map(form -> where + " holds " + form).toList();
  }

  /** Looks into the payloads as well. */
  public static List<String> inHistory(String history) {
    String payloads =
        PAYLOAD
            .matcher(history)
            .results()
            .map(PlantedSecrets::decoded)
            .reduce("", (all, payload) -> all + "\n" + payload);
    return in("history", history + payloads);
  }

  /** Looks into every file below the folder. */
  public static List<String> inFiles(Path folder) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.addAll(inFile(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  public static List<String> inFile(Path file) throws IOException {
    return in(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
  }

  private static String decoded(MatchResult payload) {
    return new String(Base64.getDecoder().decode(payload.group(1)), StandardCharsets.UTF_8);
  }

  private static Stream<String> forms(String mark) {
    return Stream.of(mark, encoded(mark, 0), encoded(mark, 1), encoded(mark, 2));
  }

  // What comes before the mark shifts its Base64; only whole characters of the mark are kept.
  private static String encoded(String mark, int shift) {
    byte[] bytes = (" ".repeat(shift) + mark).getBytes(StandardCharsets.UTF_8);
    String text = Base64.getEncoder().encodeToString(bytes);
    return text.substring(shift == 0 ? 0 : shift + 1, bytes.length * 4 / 3);
  }
}
