package dev.slipway.workflows.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
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
    return SamplePlatform.named("alpha")
        .withDomain("d.example.com")
        .withPathRouting(pathRouting)
        .config();
  }
}
