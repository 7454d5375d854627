package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.AcmePlatform;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.wire.Payloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFactsTest {
  private static final PlatformConfig CONFIG =
      AcmePlatform.on("alpha").withTags(Map.of("env", "dev", "team", "blue")).config();
  private static final ClusterId CLUSTER = new ClusterId("123456789012", "eu-west-3", "alpha");

  @Test
  void tellThePlatformAsPeopleWroteIt() {
    assertThat(facts("arn:aws:iam::123456789012:role/slipway", "c0ffee"))
        .containsExactly(
            "repo.url: https://git.example.com/a/b",
            "repo.revision: main",
            "repo.basepath: packages",
            "cluster_name: alpha",
            "auto_mode: false",
            "region: eu-west-3",
            "domain: a.example.com",
            "route53_hosted_zone_id: Z0ACME",
            "path_routing: true",
            "secret_prefix: acme",
            "tags.env: dev",
            "tags.team: blue",
            "account: 123456789012",
            "packages: d1",
            "commit: c0ffee",
            "assumeRole: arn:aws:iam::123456789012:role/slipway");
  }

  @Test
  void sayNothingOfWhatIsNotKnownOrNotGiven() {
    assertThat(facts(null, null)).last().isEqualTo("packages: d1");
  }

  @Test
  void leaveNothingOutThatMakesUpAPlatform() {
    Platform platform = platform("arn:aws:iam::123456789012:role/slipway", "c0ffee");

    assertThat(PlanFacts.of(platform))
        .extracting(Fact::value)
        .containsAll(texts(Payloads.mapper().valueToTree(platform)));
  }

  private static List<String> facts(String assumeRole, String commit) {
    return PlanFacts.of(platform(assumeRole, commit)).stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .toList();
  }

  private static Platform platform(String assumeRole, String commit) {
    return new Platform(new Target(CLUSTER, assumeRole), CONFIG, new Packages("d1", commit, null));
  }

  private static List<String> texts(JsonNode node) {
    if (node.isValueNode()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
