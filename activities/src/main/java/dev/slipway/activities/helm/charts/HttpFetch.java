package dev.slipway.activities.helm.charts;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** GET, with every failure as one of two types: what passes, and what a person has to mend. */
final class HttpFetch {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final int HEARTBEAT_MILLIS = 500;
  // No right, no such thing, or a proxy that wants to know who asks.
  private static final Set<Integer> STANDING = Set.of(401, 403, 404, 407, 410);

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
      throw isOfCertificate(e)
          ? refused(uri, String.valueOf(e.getCause()), e)
          : unavailable(uri, String.valueOf(e.getCause()), e);
    } catch (IllegalArgumentException e) {
      throw FailureType.INVALID_PACKAGES.failure(uri + " is no address of charts", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(uri, "the worker stops", e);
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
      String why = "status " + response.statusCode();
      throw STANDING.contains(response.statusCode())
          ? refused(uri, why, null)
          : unavailable(uri, why, null);
    }
    return response.body();
  }

  // Other trouble with TLS may be a server that is just starting.
  private static boolean isOfCertificate(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private static ApplicationFailure refused(URI uri, String why, Throwable cause) {
    return FailureType.CHART_REFUSED.failure("%s cannot be fetched: %s".formatted(uri, why), cause);
  }

  private static ApplicationFailure unavailable(URI uri, String why, Throwable cause) {
    return FailureType.CHART_REPOSITORY_UNAVAILABLE.failure(
        "%s cannot be fetched: %s".formatted(uri, why), cause);
  }
}
