package dev.slipway.e2e.bed.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API server was asked, and by whom. */
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path file;

  AuditLog(Path file) {
    this.file = file;
  }

  /** Finished requests, oldest first. */
  public List<AuditEvent> events() {
    return events(event -> true);
  }

  public List<AuditEvent> events(Predicate<AuditEvent> filter) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.flatMap(AuditLog::parse).filter(filter).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long count(Predicate<AuditEvent> filter) {
    return events(filter).size();
  }

  /** For example {@code countBy(AuditEvent::agent)} or {@code countBy(AuditEvent::verb)}. */
  public Map<String, Long> countBy(Function<AuditEvent, String> key) {
    return events().stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  // The API server may be writing the last line. A watch is a request from its start.
  private static Stream<AuditEvent> parse(String line) {
    try {
      JsonNode event = JSON.readTree(line);
      boolean started = event.path("stage").asText().equals("ResponseStarted");
      boolean watch = event.path("verb").asText().equals("watch");
      return started == watch ? Stream.of(AuditEvent.of(event)) : Stream.empty();
    } catch (JsonProcessingException e) {
      return Stream.empty();
    }
  }
}
