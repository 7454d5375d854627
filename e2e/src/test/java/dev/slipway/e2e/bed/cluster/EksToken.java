package dev.slipway.e2e.bed.cluster;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The presigned GetCallerIdentity URL inside a {@code k8s-aws-v1.…} token. */
record EksToken(URI url, Map<String, String> query) {
  private static final String PREFIX = "k8s-aws-v1.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_EXPIRY_SECONDS = 900;

  static EksToken decode(String token) {
    if (!token.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not an EKS token");
    }
    byte[] url = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
    URI uri = URI.create(new String(url, StandardCharsets.UTF_8));
    Map<String, String> query = new TreeMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(decoded(parts[0]), decoded(parts[1]));
    }
    return new EksToken(uri, query);
  }

  /** Refuses what EKS would refuse before it looks at the signature. */
  void check(Instant now, Duration lifetime) {
    require("GetCallerIdentity".equals(query.get("Action")), "not GetCallerIdentity");
    require(
        Integer.parseInt(field("X-Amz-Expires")) <= LONGEST_EXPIRY_SECONDS,
        "X-Amz-Expires above 900");
    require(signedHeaders().contains("x-k8s-aws-id"), "x-k8s-aws-id is not signed");
    Duration age = Duration.between(signedAt(), now);
    require(
        age.compareTo(lifetime) < 0 && age.compareTo(Duration.ofMinutes(-5)) > 0,
        "token is " + age.toSeconds() + " s old, lifetime " + lifetime.toSeconds() + " s");
  }

  Instant signedAt() {
    return TIME.parse(field("X-Amz-Date"), Instant::from);
  }

  List<String> signedHeaders() {
    return List.of(field("X-Amz-SignedHeaders").split(";"));
  }

  String accessKey() {
    return field("X-Amz-Credential").split("/", -1)[0];
  }

  /** Day, region, service and terminator. */
  String scope() {
    String credential = field("X-Amz-Credential");
    return credential.substring(credential.indexOf('/') + 1);
  }

  String field(String name) {
    String value = query.get(name);
    require(value != null, name + " is missing");
    return value;
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
