package dev.slipway.activities.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;

/** Objects for tests, as a person would type them. */
public final class SampleObject {
  private SampleObject() {}

  public static KubernetesObject yaml(String text) {
    return new KubernetesObject(json(text));
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
