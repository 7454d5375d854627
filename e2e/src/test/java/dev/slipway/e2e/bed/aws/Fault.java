package dev.slipway.e2e.bed.aws;

/**
 * Refuses AWS calls: the action's name or "*", a part of the caller's user agent, the error code
 * and HTTP status to answer with, and how often.
 */
public record Fault(
    String action, String userAgent, String code, int status, String message, int times) {
  public static final String EXTERNAL_SECRETS = "aws-sdk-go";
  public static final String SLIPWAY = "aws-sdk-java";
  private static final int ALWAYS = 1_000_000;

  public static Fault accessDenied(String action, String userAgent) {
    return new Fault(
        action,
        userAgent,
        "AccessDeniedException",
        400,
        "not authorized to perform " + action,
        ALWAYS);
  }

  public static Fault throttled(String action, int times) {
    return new Fault(action, "", "ThrottlingException", 400, "Rate exceeded", times);
  }

  public static Fault unavailable(String action, int times) {
    return new Fault(action, "", "ServiceUnavailable", 503, "Try again", times);
  }
}
