package dev.slipway.activities.helm.charts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in upper or lower case; never for this machine itself. */
public final class EnvironmentProxies extends ProxySelector {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private final Map<String, String> environment;

  public EnvironmentProxies(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String scheme = uri.getScheme().toUpperCase(Locale.ROOT);
    String address = value(scheme + "_PROXY");
    if (address.isBlank() || isExempt(uri.getHost().toLowerCase(Locale.ROOT))) {
      return List.of(Proxy.NO_PROXY);
    }
    URI proxy = URI.create(address.contains("://") ? address : "http://" + address);
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
  }

  private boolean isExempt(String host) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    return COMMA
        .splitAsStream(value("NO_PROXY").toLowerCase(Locale.ROOT))
        .map(rule -> rule.replaceFirst("^\\*?\\.", "").trim())
        .anyMatch(rule -> rule.equals("*") || rule.equals(host) || host.endsWith("." + rule));
  }

  private String value(String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The caller reports the failed request.
  }
}
