package dev.slipway.activities.helm.charts;

import dev.slipway.activities.failure.Causes;
import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** GET; what fails may pass by itself, or was refused for good. */
final class HttpFetch {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final int HEARTBEAT_MILLIS = 500;
  private static final String NO_ADDRESS = " is no address of charts";

  private final HttpClient client;
  private final Runnable heartbeat;

  HttpFetch(ProxySelector proxies, Runnable heartbeat) {
    this.heartbeat = heartbeat;
    this.client =
        HttpClient.newBuilder()
            .proxy(proxies)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * An address as somebody wrote it.
   *
   * @param otherwise who is to blame where it is none
   */
  static URI address(String text, FailureType otherwise) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw otherwise.failure(text + NO_ADDRESS, e);
    }
  }

  byte[] get(URI uri) {
    return expectOk(uri, send(uri));
  }

  /** A response of whatever status. */
  HttpResponse<byte[]> send(URI uri, String... headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return await(client.sendAsync(request.build(), BodyHandlers.ofByteArray()));
    } catch (ExecutionException e) {
      throw unanswered(uri, e.getCause());
    } catch (IllegalArgumentException e) {
      throw FailureType.INVALID_PACKAGES.failure(uri + NO_ADDRESS, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(FailureType.CHART_REPOSITORY_UNAVAILABLE, uri, "the worker stops", e);
    }
  }

  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
      throws InterruptedException, ExecutionException {
    try {
      while (true) {
        try {
          return answer.get(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          heartbeat.run();
        }
      }
    } finally {
      answer.cancel(true);
    }
  }

  byte[] expectOk(URI uri, HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      throw failure(typeOf(response), uri, "status " + response.statusCode(), /* cause= */ null);
    }
    return response.body();
  }

  /** Who names a time to come again refuses nothing, whatever the status: some limit with a 403. */
  private static FailureType typeOf(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    boolean toComeAgain = response.headers().firstValue("Retry-After").isPresent();
    return status >= 500 || toComeAgain || PASSING.contains(status)
        ? FailureType.CHART_REPOSITORY_UNAVAILABLE
        : FailureType.CHART_REFUSED;
  }

  private static ApplicationFailure unanswered(URI uri, Throwable cause) {
    Optional<CertificateException> certificate = Causes.find(CertificateException.class, cause);
    if (certificate.isPresent()) {
      String why = "its certificate is not trusted: " + certificate.get().getMessage();
      return failure(FailureType.CHART_REFUSED, uri, why, cause);
    }
    boolean nameless = Causes.find(UnresolvedAddressException.class, cause).isPresent();
    String why = nameless ? "its host has no address" : String.valueOf(cause);
    return failure(FailureType.CHART_REPOSITORY_UNAVAILABLE, uri, why, cause);
  }

  private static ApplicationFailure failure(
      FailureType type, URI uri, String why, Throwable cause) {
    return type.failure("%s cannot be fetched: %s".formatted(uri, why), cause);
  }
}
