package dev.slipway.standins.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What goes back. */
public record AwsAnswer(int status, String contentType, String body) {

  public static AwsAnswer json(JsonNode body) {
    return new AwsAnswer(200, "application/x-amz-json-1.1", body.toString());
  }

  public static AwsAnswer xml(String body) {
    return new AwsAnswer(200, "text/xml", body);
  }

  public static AwsAnswer error(AwsCall call, AwsRefusal refusal) {
    if (call.service().equals("sts") || call.service().equals("route53")) {
      return new AwsAnswer(
          refusal.status(),
          "text/xml",
          "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>stand-in</RequestId></ErrorResponse>"
              .formatted(refusal.code(), refusal.getMessage()));
    }
    JsonNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", refusal.code())
            .put("message", refusal.getMessage());
    return new AwsAnswer(refusal.status(), "application/x-amz-json-1.1", body.toString());
  }
}
