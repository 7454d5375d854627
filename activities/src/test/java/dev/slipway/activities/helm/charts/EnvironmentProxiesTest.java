package dev.slipway.activities.helm.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentProxiesTest {
  private final EnvironmentProxies proxies =
      new EnvironmentProxies(
          Map.of(
              "https_proxy", "http://proxy.example.org:3128",
              "NO_PROXY", ".corp.example.org, exact.example.net"));

  @Test
  void takesTheProxyOfTheScheme() {
    assertThat(select("https://charts.example.com"))
        .hasToString("[HTTP @ proxy.example.org/<unresolved>:3128]");
    assertThat(select("http://charts.example.com")).containsExactly(Proxy.NO_PROXY);
  }

  @Test
  void goesStraightToWhatIsExemptAndToThisMachine() {
    assertThat(select("https://charts.corp.example.org")).containsExactly(Proxy.NO_PROXY);
    assertThat(select("https://exact.example.net")).containsExactly(Proxy.NO_PROXY);
    assertThat(select("https://127.0.0.1:8443")).containsExactly(Proxy.NO_PROXY);
    assertThat(select("https://notexact.example.net")).doesNotContain(Proxy.NO_PROXY);
  }

  private List<Proxy> select(String uri) {
    return proxies.select(URI.create(uri));
  }
}
