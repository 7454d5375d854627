package dev.slipway.workflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Typed access to the fields of a JSON object that collects problems instead of throwing. */
public final class RequestFields {
  private final JsonNode object;
  private final List<String> problems = new ArrayList<>();

  public RequestFields(JsonNode input, String example) {
    if (input == null || input.isNull()) {
      problems.add("input: there is none; give one JSON object, such as " + example);
    } else if (!input.isObject()) {
      problems.add("input: must be one JSON object, not " + kind(input) + ", such as " + example);
    }
    object = input != null && input.isObject() ? input : JsonNodeFactory.instance.objectNode();
  }

  public List<String> problems() {
    return problems;
  }

  public void problem(String field, String message) {
    problems.add(field + ": " + message);
  }

  public void refuseUnknown(List<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problem(name, "is unknown; known are " + String.join(", ", known));
      }
    }
  }

  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  public JsonNode node(String field) {
    return has(field) ? object.get(field) : null;
  }

  public String required(String field, Pattern form, String formInWords) {
    if (!has(field)) {
      if (problems.isEmpty() || object.size() > 0) {
        problem(field, "is missing; give " + formInWords);
      }
      return "";
    }
    String value = text(field, "");
    if (object.get(field).isTextual() && !form.matcher(value).matches()) {
      problem(field, "\"" + value + "\" is not " + formInWords);
    }
    return value;
  }

  public String text(String field, String otherwise) {
    if (!has(field)) {
      return otherwise;
    }
    JsonNode value = object.get(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      problem(field, "must be a string in quotes, not " + value);
      return otherwise;
    }
    return value.textValue();
  }

  public boolean flag(String field) {
    JsonNode value = node(field);
    if (value != null && !value.isBoolean()) {
      problem(field, "must be true or false, not " + value);
    }
    return value != null && value.asBoolean();
  }

  public String oneOf(String field, List<String> allowed) {
    String value = text(field, allowed.get(0));
    if (allowed.contains(value)) {
      return value;
    }
    problem(field, "\"" + value + "\" is not one of " + String.join(", ", allowed));
    return allowed.get(0);
  }

  public List<String> texts(String field) {
    JsonNode value = node(field);
    List<String> texts = new ArrayList<>();
    if (value == null) {
      return texts;
    }
    if (!value.isArray()) {
      problem(field, "must be a list of strings, not " + value);
      return texts;
    }
    for (JsonNode item : value) {
      if (!item.isTextual() || item.textValue().isBlank()) {
        problem(field, "must be a list of strings; " + item + " is none");
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** A whole number from the least to the most. */
  public int number(String field, int least, int most, int otherwise) {
    JsonNode value = node(field);
    if (value == null) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      problem(field, "must be a number from %d to %d, not %s".formatted(least, most, value));
      return otherwise;
    }
    return value.intValue();
  }

  public Duration duration(String field, Duration otherwise) {
    String value = text(field, otherwise.toString());
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
      problem(field, "\"" + value + "\" must be longer than nothing");
    } catch (DateTimeParseException e) {
      problem(field, "\"" + value + "\" is not an ISO 8601 duration such as PT30M or P3D");
    }
    return otherwise;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case STRING -> "the string " + node;
      case NUMBER -> "the number " + node;
      case BOOLEAN -> "the value " + node;
      case BINARY, MISSING, NULL, OBJECT, POJO -> "something else";
    };
  }
}
