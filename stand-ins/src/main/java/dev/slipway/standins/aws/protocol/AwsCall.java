package dev.slipway.standins.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One signed call; key, service and region are those of the signature. */
public record AwsCall(
    String accessKey, String service, String region, String target, String path, String body) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public static AwsCall of(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
    if (!scope.find()) {
      throw new AwsRefusal(403, "MissingAuthenticationToken", "Missing Authentication Token");
    }
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return new AwsCall(
        scope.group(1),
        scope.group(3),
        scope.group(2),
        target == null ? "" : target.substring(target.indexOf('.') + 1),
        exchange.getRequestURI().getPath(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** What AWS calls it, such as {@code DescribeCluster}; the path where that is not known. */
  public String operation() {
    return switch (service) {
      case "secretsmanager" -> target;
      case "sts" -> form().getOrDefault("Action", "");
      case "eks" -> RestPaths.eks(path);
      case "route53" -> RestPaths.route53(path);
      default -> path;
    };
  }

  public JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, String> form() {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  public AwsRefusal unknown() {
    return new AwsRefusal(
        400, "UnknownOperationException", "The stand-in for " + service + " has no " + operation());
  }
}
