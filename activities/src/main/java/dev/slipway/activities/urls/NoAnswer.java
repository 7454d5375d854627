package dev.slipway.activities.urls;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a URL did not answer, in words. */
final class NoAnswer {
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

  static String why(Throwable failure) {
    for (Map.Entry<Class<? extends Throwable>, String> known : REASONS.entrySet()) {
      Throwable found = find(known.getKey(), failure);
      if (found instanceof SSLException) {
        return known.getValue() + found.getMessage();
      }
      if (found != null) {
        return known.getValue();
      }
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static Throwable find(Class<? extends Throwable> type, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return at;
      }
    }
    return null;
  }
}
