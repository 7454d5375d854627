package dev.slipway.e2e.bed.cloud;

import dev.slipway.e2e.bed.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** S3 buckets, by plain requests: moto reads only who asks, and for which service. */
public final class Buckets {
  private static final Pattern NAME = Pattern.compile("<Name>([^<]+)</Name>");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AwsClients clients;

  Buckets(AwsClients clients) {
    this.clients = clients;
  }

  /** Makes a bucket, unless it is there. */
  public void provide(String name) {
    String body =
        "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>"
            .formatted(clients.region());
    ask("PUT", name, body, CONFLICT);
  }

  /** Removes a bucket, if it is there. */
  public void remove(String name) {
    ask("DELETE", name, "", NOT_FOUND);
  }

  public List<String> names() {
    return NAME.matcher(ask("GET", "", "", 200)).results().map(Buckets::name).toList();
  }

  private String ask(String method, String bucket, String body, int fineToo) {
    HttpRequest request =
        HttpRequest.newBuilder(clients.endpoint().resolve("/" + bucket))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/s3/aws4_request, SignedHeaders=host, Signature=bed"
                    .formatted(clients.keys().accessKey(), clients.region()))
            .header("User-Agent", "bed-test")
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300 && answer.statusCode() != fineToo) {
        throw new IllegalStateException(method + " " + bucket + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }
}
