package dev.slipway.activities.notification;

import dev.slipway.activities.urls.NoAnswer;
import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One POST, and what the answer means. No text names more of the URL than its host. */
final class Post {
  private static final Set<Integer> PASSING = Set.of(408, 429);

  private final Duration patience;
  private final Clock clock;
  private final HttpClient http;

  /**
   * A post office.
   *
   * @param patience for the whole answer
   */
  Post(ProxySelector proxies, Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
    http =
        HttpClient.newBuilder()
            .proxy(proxies)
            .connectTimeout(patience)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  void send(Receiver receiver, HttpRequest request) {
    String who = receiver + " at " + request.uri().getHost();
    HttpResponse<Void> response;
    try {
      response = await(http.sendAsync(request, BodyHandlers.discarding()));
    } catch (ExecutionException | TimeoutException e) {
      // Without the cause, whose text may hold the URL.
      throw undelivered(who + ": " + NoAnswer.discreetly(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw undelivered(who + " was not waited for: the worker stops");
    }
    requireTaken(who, response);
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private void requireTaken(String who, HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return;
    }
    String message = who + " answered " + status;
    if (status / 100 != 5 && !PASSING.contains(status)) {
      throw FailureType.NOTICE_REFUSED.failure(message);
    }
    throw response
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> RetryAfter.read(value, clock.instant()))
        .map(pause -> FailureType.NOTICE_UNDELIVERED.benign(message, pause))
        .orElseGet(() -> undelivered(message));
  }

  private static ApplicationFailure undelivered(String message) {
    return FailureType.NOTICE_UNDELIVERED.failure(message);
  }
}
