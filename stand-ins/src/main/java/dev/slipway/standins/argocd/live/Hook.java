package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.control.ObjectMeta;

/** Objects that run with an operation instead of staying. */
public final class Hook {
  private static final String ANNOTATION = "argocd.argoproj.io/hook";
  private static final String DELETE_POLICY = "argocd.argoproj.io/hook-delete-policy";

  private Hook() {}

  public static boolean isHook(JsonNode object) {
    return !ObjectMeta.of(object).annotation(ANNOTATION).isEmpty();
  }

  /** Such as {@code PreSync}. */
  public static String type(JsonNode object) {
    return ObjectMeta.of(object).annotation(ANNOTATION);
  }

  /** Before the next one is made, unless the hook says when else. */
  public static String deletePolicy(JsonNode object) {
    String policy = ObjectMeta.of(object).annotation(DELETE_POLICY);
    return policy.isEmpty() ? "BeforeHookCreation" : policy;
  }
}
