package dev.slipway.activities.eks.token;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CompletableFuture;

/** Puts the current token on every request, and a new one on a request that was refused. */
public final class TokenInterceptor implements Interceptor {
  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;

  public TokenInterceptor(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    builder.setHeader(HEADER, SCHEME + tokens.current());
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != 401) {
      return CompletableFuture.completedFuture(false);
    }
    String refused = response.request().header(HEADER).substring(SCHEME.length());
    builder.setHeader(HEADER, SCHEME + tokens.insteadOf(refused));
    return CompletableFuture.completedFuture(true);
  }
}
