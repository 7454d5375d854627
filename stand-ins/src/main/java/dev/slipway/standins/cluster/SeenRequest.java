package dev.slipway.standins.cluster;

import com.sun.net.httpserver.HttpExchange;

/**
 * A request that the stand-in was sent.
 *
 * @param path without its query
 * @param token the bearer token; empty without one
 */
public record SeenRequest(String method, String path, String token, String userAgent) {
  private static final String BEARER = "Bearer ";

  static SeenRequest of(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    boolean hasToken = authorization != null && authorization.startsWith(BEARER);
    return new SeenRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        hasToken ? authorization.substring(BEARER.length()) : "",
        exchange.getRequestHeaders().getFirst("User-Agent"));
  }
}
