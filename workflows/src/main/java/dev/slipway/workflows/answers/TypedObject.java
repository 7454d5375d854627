package dev.slipway.workflows.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;

/** One JSON object that a person has typed into a signal or an Update. */
public final class TypedObject {
  private final JsonNode object;
  private final String example;

  private TypedObject(JsonNode object, String example) {
    this.object = object;
    this.example = example;
  }

  /**
   * Reads the one argument.
   *
   * @param example what would be right, as people type it
   * @param known every field that it may have
   * @throws NotUnderstood where it is no object, or has another field
   */
  public static TypedObject of(JsonNode input, String example, List<String> known)
      throws NotUnderstood {
    if (input == null || !input.isObject()) {
      throw new NotUnderstood("the input must be one JSON object, such as " + example);
    }
    for (Iterator<String> names = input.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new NotUnderstood(name + ": is unknown; known are " + String.join(", ", known));
      }
    }
    return new TypedObject(input, example);
  }

  /** Null where the field is missing. */
  public String text(String field) throws NotUnderstood {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new NotUnderstood(field + ": must be a string, not " + value);
    }
    return value.textValue();
  }

  /**
   * A text that has to be there.
   *
   * @param wanted what to give, such as {@code a name}
   */
  public String required(String field, String wanted) throws NotUnderstood {
    String value = text(field);
    if (value == null || value.isBlank()) {
      throw new NotUnderstood(
          "%s: is missing; give %s, such as %s".formatted(field, wanted, example));
    }
    return value.strip();
  }

  /** A text that is one of these. */
  public String oneOf(String field, List<String> allowed) throws NotUnderstood {
    String value = text(field);
    if (value == null || !allowed.contains(value)) {
      String shown = value == null ? "nothing" : "\"" + value + "\"";
      throw new NotUnderstood(
          "%s: must be \"%s\", not %s".formatted(field, String.join("\" or \"", allowed), shown));
    }
    return value;
  }

  /** A number from 1 on that has to be there. */
  public int number(String field, String wanted) throws NotUnderstood {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      throw new NotUnderstood(
          "%s: is missing; give %s, such as %s".formatted(field, wanted, example));
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw new NotUnderstood(field + ": must be a whole number from 1 on, not " + value);
    }
    return value.intValue();
  }
}
