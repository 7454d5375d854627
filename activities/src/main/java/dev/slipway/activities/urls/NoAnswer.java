package dev.slipway.activities.urls;

import dev.slipway.activities.failure.Causes;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a URL did not answer, in words. */
public final class NoAnswer {
  private static final Map<Class<? extends Throwable>, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put(UnresolvedAddressException.class, "the name has no address");
    REASONS.put(UnknownHostException.class, "the name has no address");
    REASONS.put(HttpTimeoutException.class, "no answer in time");
    REASONS.put(TimeoutException.class, "no answer in time");
    REASONS.put(SSLException.class, "TLS: ");
    REASONS.put(ConnectException.class, "no connection");
  }

  private NoAnswer() {}

  /** Why, with what the failure itself says of it. */
  public static String why(Throwable failure) {
    return known(failure)
        .orElseGet(
            () ->
                failure.getMessage() == null
                    ? failure.getClass().getSimpleName()
                    : failure.getMessage());
  }

  /** Why, without what the failure says of the request: for a URL that is a secret. */
  public static String discreetly(Throwable failure) {
    return known(failure).orElseGet(() -> failure.getClass().getSimpleName());
  }

  private static Optional<String> known(Throwable failure) {
    return REASONS.entrySet().stream()
        .flatMap(
            known ->
                Causes.find(known.getKey(), failure)
                    .map(found -> words(known.getValue(), found))
                    .stream())
        .findFirst();
  }

  private static String words(String reason, Throwable found) {
    return found instanceof SSLException ? reason + found.getMessage() : reason;
  }
}
