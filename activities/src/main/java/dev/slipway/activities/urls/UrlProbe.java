package dev.slipway.activities.urls;

import dev.slipway.workflows.contract.UrlActivities.Probe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One GET, at most three redirects. */
final class UrlProbe {
  // To https, to the path, to the login page.
  private static final int REDIRECTS = 3;

  private final Duration patience;
  private final HttpClient http;

  /**
   * A probe.
   *
   * @param patience for the answer, redirects included
   */
  UrlProbe(Duration patience) {
    this.patience = patience;
    http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  CompletableFuture<Probe> ask(String url) {
    CompletableFuture<Probe> answer;
    try {
      answer = follow(url, URI.create(url), REDIRECTS);
    } catch (IllegalArgumentException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer
        .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(failure -> new Probe(url, false, NoAnswer.why(failure)));
  }

  private CompletableFuture<Probe> follow(String url, URI at, int left) {
    HttpRequest request = HttpRequest.newBuilder(at).timeout(patience).GET().build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenCompose(response -> next(url, at, response, left));
  }

  private CompletableFuture<Probe> next(String url, URI at, HttpResponse<Void> response, int left) {
    Optional<String> location = response.headers().firstValue("Location");
    int status = response.statusCode();
    if (status / 100 != 3 || location.isEmpty()) {
      return CompletableFuture.completedFuture(new Probe(url, true, String.valueOf(status)));
    }
    if (left == 0) {
      return CompletableFuture.completedFuture(
          new Probe(url, true, status + " after " + REDIRECTS + " redirects"));
    }
    return follow(url, at.resolve(location.get()), left - 1);
  }
}
