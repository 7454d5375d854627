package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanDigestTest {
  private static final ClusterId ALPHA = new ClusterId("123456789012", "eu-west-3", "alpha");
  private static final ClusterId BETA = new ClusterId("123456789012", "eu-west-3", "beta");
  private static final List<Fact> FACTS = List.of(new Fact("domain", "a.example.com"));
  private static final List<Change> CHANGES =
      List.of(
          Change.of(Action.CREATE, "namespace argocd", null),
          Change.of(Action.LEAVE, "release argocd", "argo-cd 8.0.14"));
  private static final List<Finding> WARNINGS =
      List.of(new Finding("hosted zone", "it is private"));
  private static final Plan PLAN = new Plan(ALPHA, FACTS, CHANGES, WARNINGS, "");

  @Test
  void isTheSameInEveryVersion() {
    assertThat(PlanDigest.of(PLAN))
        .isEqualTo("a5245136811f8edd775213caedb502ae11a4df54e47d4dbe973799fdaba85c9d");
    assertThat(PlanDigest.canonical(PLAN))
        .hasToString(
            "{\"changes\":[{\"action\":\"CREATE\",\"object\":\"namespace argocd\"},"
                + "{\"action\":\"LEAVE\",\"detail\":\"argo-cd 8.0.14\","
                + "\"object\":\"release argocd\"}],"
                + "\"cluster\":{\"account\":\"123456789012\",\"name\":\"alpha\","
                + "\"region\":\"eu-west-3\"},"
                + "\"facts\":[{\"name\":\"domain\",\"value\":\"a.example.com\"}],"
                + "\"warnings\":[{\"message\":\"it is private\",\"subject\":\"hosted zone\"}]}");
  }

  @Test
  void doesNotCountEmptyLists() {
    assertThat(PlanDigest.canonical(new Plan(ALPHA, List.of(), List.of(), List.of(), "")))
        .hasToString(
            "{\"cluster\":{\"account\":\"123456789012\",\"name\":\"alpha\","
                + "\"region\":\"eu-west-3\"}}");
  }

  @Test
  void isWrittenIntoThePlanAndDoesNotCountItself() {
    Plan stamped = PlanDigest.stamped(PLAN);

    assertThat(stamped).isEqualTo(new Plan(ALPHA, FACTS, CHANGES, WARNINGS, stamped.digest()));
    assertThat(stamped.digest()).isEqualTo(PlanDigest.of(PLAN)).isEqualTo(PlanDigest.of(stamped));
  }

  @Test
  void coversEveryPartOfThePlan() {
    assertThat(
            List.of(
                PlanDigest.of(PLAN),
                PlanDigest.of(new Plan(BETA, FACTS, CHANGES, WARNINGS, "")),
                PlanDigest.of(new Plan(ALPHA, List.of(), CHANGES, WARNINGS, "")),
                PlanDigest.of(new Plan(ALPHA, FACTS, List.of(), WARNINGS, "")),
                PlanDigest.of(new Plan(ALPHA, FACTS, CHANGES, List.of(), ""))))
        .doesNotHaveDuplicates();
  }

  @Test
  void differsWhereADetailDiffers() {
    assertThat(digestOf(new Change("LEAVE", "release argocd", "argo-cd 8.0.14")))
        .isNotEqualTo(digestOf(new Change("LEAVE", "release argocd", "argo-cd 8.0.15")))
        .isNotEqualTo(digestOf(new Change("LEAVE", "release argocd", null)));
  }

  @Test
  void differsWhereTheOrderOfTheChangesDiffers() {
    Plan reversed = new Plan(ALPHA, FACTS, List.of(CHANGES.get(1), CHANGES.get(0)), WARNINGS, "");

    assertThat(PlanDigest.of(reversed)).isNotEqualTo(PlanDigest.of(PLAN));
  }

  @Test
  void doesNotCountWhatALaterVersionCouldSayAndDoesNot() {
    String today = "{\"action\":\"DELETE\",\"object\":\"namespace argocd\"}";

    assertThat(PlanDigest.canonical(new Change("DELETE", "namespace argocd", null)))
        .hasToString(today);
    assertThat(PlanDigest.canonical(new Later("DELETE", null, "namespace argocd", null, null)))
        .hasToString(today);
    assertThat(PlanDigest.canonical(new Later("DELETE", "", "namespace argocd", "", List.of())))
        .hasToString(today);
  }

  @Test
  void countsWhatALaterVersionDoesSay() {
    assertThat(PlanDigest.canonical(new Later("DELETE", "b", "a", null, List.of("c"))))
        .hasToString(
            "{\"action\":\"DELETE\",\"because\":\"b\",\"object\":\"a\",\"tools\":[\"c\"]}");
  }

  @Test
  void doesNotDependOnTheOrderInWhichThingsWereWrittenDown() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("object", "a");
    map.put("detail", "b");
    map.put("action", "LEAVE");

    assertThat(PlanDigest.canonical(map))
        .hasToString("{\"action\":\"LEAVE\",\"detail\":\"b\",\"object\":\"a\"}");
    assertThat(PlanDigest.canonical(new Turned("b", "a", "LEAVE")))
        .hasToString("{\"action\":\"LEAVE\",\"detail\":\"b\",\"object\":\"a\"}");
  }

  private static String digestOf(Change change) {
    return PlanDigest.of(new Plan(ALPHA, FACTS, List.of(change), WARNINGS, ""));
  }

  /** A change as a later version may have it. */
  private record Later(
      String action, String because, String object, String detail, List<String> tools) {}

  /** A change with its fields the other way round. */
  private record Turned(String detail, String object, String action) {}
}
