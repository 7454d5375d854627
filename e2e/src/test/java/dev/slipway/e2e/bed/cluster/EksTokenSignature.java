package dev.slipway.e2e.bed.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 of a token's URL, recomputed for a cluster name that is not in the URL. */
final class EksTokenSignature {
  private final EksToken token;
  private final String secretKey;

  EksTokenSignature(EksToken token, String secretKey) {
    this.token = token;
    this.secretKey = secretKey;
  }

  boolean isFor(String cluster) {
    byte[] given = token.field("X-Amz-Signature").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, of(cluster).getBytes(StandardCharsets.UTF_8));
  }

  private String of(String cluster) {
    try {
      String toSign =
          String.join(
              "\n",
              "AWS4-HMAC-SHA256",
              token.field("X-Amz-Date"),
              token.scope(),
              sha256(canonicalRequest(cluster)));
      return HexFormat.of().formatHex(hmac(signingKey(), toSign));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String canonicalRequest(String cluster) throws GeneralSecurityException {
    String query =
        token.query().entrySet().stream()
            .filter(field -> !field.getKey().equals("X-Amz-Signature"))
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    String headers =
        token.signedHeaders().stream()
            .map(header -> header + ":" + valueOf(header, cluster) + "\n")
            .collect(Collectors.joining());
    String path = token.url().getRawPath();
    return String.join(
        "\n",
        "GET",
        path.isEmpty() ? "/" : path,
        query,
        headers,
        String.join(";", token.signedHeaders()),
        sha256(""));
  }

  private String valueOf(String header, String cluster) {
    return switch (header) {
      case "host" -> token.url().getAuthority();
      case "x-k8s-aws-id" -> cluster;
      default -> "";
    };
  }

  private byte[] signingKey() throws GeneralSecurityException {
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : token.scope().split("/", -1)) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
