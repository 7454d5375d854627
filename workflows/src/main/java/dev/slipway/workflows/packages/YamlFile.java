package dev.slipway.workflows.packages;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of one YAML (or JSON) file, and the line in which each key stands. */
public final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private static final Pattern TABS_AT_END = Pattern.compile("(?m)\\t+$");

  private final String name;
  private final List<JsonNode> documents = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private PackagesProblem problem;

  private YamlFile(String name) {
    this.name = name;
  }

  static YamlFile parse(String name, String written) {
    YamlFile file = new YamlFile(name);
    // Go's parser, which Argo CD and Helm use, takes tabs at the end of a line.
    String text = TABS_AT_END.matcher(written).replaceAll("");
    try {
      file.readLines(text);
      file.readDocuments(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
      String why =
          e.getOriginalMessage()
              .lines()
              .filter(part -> !part.startsWith(" "))
              .reduce("", (context, reason) -> reason);
      file.problem = new PackagesProblem(name, line, "", "is not YAML: " + why);
    } catch (IOException e) {
      file.problem = new PackagesProblem(name, 0, "", "is not YAML: " + e.getMessage());
    }
    return file;
  }

  public String name() {
    return name;
  }

  /** Why it cannot be read; then it has no documents. */
  public Optional<PackagesProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /** Its documents, without empty ones. */
  public List<YamlValue> documents() {
    List<YamlValue> values = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (!documents.get(i).isNull() && !documents.get(i).isMissingNode()) {
        values.add(new YamlValue(this, Integer.toString(i), "", "", documents.get(i)));
      }
    }
    return values;
  }

  /** Its first document; a missing value where there is none. */
  public YamlValue root() {
    return documents().stream()
        .findFirst()
        .orElseGet(() -> new YamlValue(this, "0", "", "", MissingNode.getInstance()));
  }

  /** Every value of every document. */
  public Stream<YamlValue> all() {
    return documents().stream().flatMap(YamlValue::all);
  }

  int line(String place) {
    return lines.getOrDefault(place, 0);
  }

  private void readDocuments(String text) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        read.add(YAML.readTree(parser));
      }
    }
    documents.addAll(read);
  }

  private void readLines(String text) throws IOException {
    int document = -1;
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        boolean opens = token.isStructStart() || token.isScalarValue();
        if (opens && pointer.isEmpty()) {
          document++;
        }
        int line = parser.currentTokenLocation().getLineNr();
        lines.putIfAbsent(document + pointer, line);
        if (parser.isCurrentAlias()) {
          problem = new PackagesProblem(name, line, "", "uses an alias; write the value out");
        }
      }
    }
  }
}
