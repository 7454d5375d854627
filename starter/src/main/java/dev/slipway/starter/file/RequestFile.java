package dev.slipway.starter.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The request of a run, from a JSON file and options; options win. */
public final class RequestFile {
  private RequestFile() {}

  /** The JSON object in the file; an empty one without a file. */
  public static ObjectNode read(Path file) {
    if (file == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode json = new ObjectMapper().readTree(ConfigFile.text(file));
      if (json instanceof ObjectNode object) {
        return object;
      }
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " holds no JSON object");
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          file + ":" + e.getLocation().getLineNr() + ": is not JSON: " + e.getOriginalMessage(),
          e);
    }
  }

  /**
   * Refuses here what the workflow would refuse.
   *
   * @param parser the workflow's own
   */
  public static void check(ObjectNode request, Consumer<JsonNode> parser) {
    try {
      parser.accept(request);
    } catch (ApplicationFailure e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "The request has problems\n" + e.getOriginalMessage(), e);
    }
  }
}
