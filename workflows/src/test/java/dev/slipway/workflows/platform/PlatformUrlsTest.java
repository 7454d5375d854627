package dev.slipway.workflows.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformUrlsTest {
  @Test
  void pathRoutingPutsEverythingBelowTheDomain() {
    assertThat(PlatformUrls.of(config(true)))
        .containsExactly(
            new PlatformUrl("backstage", "https://d.example.com"),
            new PlatformUrl("argocd", "https://d.example.com/argocd"),
            new PlatformUrl("argo-workflows", "https://d.example.com/argo-workflows"),
            new PlatformUrl("keycloak", "https://d.example.com/keycloak"));
  }

  @Test
  void domainRoutingGivesEachANameOfItsOwn() {
    assertThat(PlatformUrls.of(config(false)))
        .containsExactly(
            new PlatformUrl("backstage", "https://backstage.d.example.com"),
            new PlatformUrl("argocd", "https://argocd.d.example.com"),
            new PlatformUrl("argo-workflows", "https://argo-workflows.d.example.com"),
            new PlatformUrl("keycloak", "https://keycloak.d.example.com"));
  }

  private static PlatformConfig config(boolean pathRouting) {
    return new PlatformConfig(
        new PlatformConfig.Repo("https://github.com/acme/platform", "main", "packages"),
        "alpha",
        true,
        "eu-west-3",
        "d.example.com",
        "Z0123456789ABCDEFGHIJ",
        pathRouting,
        "cnoe-ref-impl/alpha",
        Map.of());
  }
}
