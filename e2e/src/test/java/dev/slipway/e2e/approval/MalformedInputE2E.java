package dev.slipway.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person may type wrongly ends the run at once, and nothing is asked of the world. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class MalformedInputE2E {
  private static final Duration AT_ONCE = Duration.ofSeconds(30);
  private static final String TARGET =
      "\"account\":\"123456789012\",\"region\":\"us-west-2\",\"cluster\":\"alpha\"";

  @Test
  void malformedInputsEndTheRunNamingTheField(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Map<String, String> problems = problems();
    Map<Run, String> runs = new LinkedHashMap<>();

    problems.forEach(
        (input, problem) ->
            runs.put(start(platform.operator().under("malformed-" + runs.size()), input), problem));

    runs.forEach(
        (run, problem) -> {
          Ending ending = run.ending(AT_ONCE);
          assertThat(ending.type()).as(run.workflowId()).isEqualTo("INVALID_REQUEST");
          assertThat(ending.message()).startsWith(problem);
        });
    assertThat(bed.temporal().temporal("workflow", "count", "--query", "ExecutionStatus='Running'"))
        .contains("Total: 0");
    assertThat(bed.aws().calls(AwsCall::isWrite)).isEmpty();
    assertThat(alpha.audit().count(AuditEvent::isByAwsCaller)).isZero();
  }

  @Test
  void accountOfSomebodyElseEndsTheRunBeforeTheClusterIsAsked(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();

    Ending ending =
        platform
            .operator()
            .startWith(
                "{\"account\":\"999999999999\",\"region\":\"us-west-2\",\"cluster\":\"alpha\","
                    + "\"configFile\":\"alpha.yaml\",\"approval\":\"notRequired\"}")
            .ending(AT_ONCE);

    assertThat(ending.type()).isEqualTo("NOT_ALLOWED");
    assertThat(ending.message()).contains("999999999999", "123456789012");
    assertThat(bed.aws().calls()).extracting(AwsCall::action).containsOnly("GetCallerIdentity");
    assertThat(alpha.audit().events()).isNotEmpty();
    assertThat(alpha.audit().count(AuditEvent::isByAwsCaller)).isZero();
  }

  private static Run start(Operator operator, String input) {
    return input.isEmpty() ? operator.startWithoutInput() : operator.startWith(input);
  }

  private static Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    problems.put("", "input: there is none");
    problems.put("null", "input: there is none");
    problems.put("[{" + TARGET + "}]", "input: must be one JSON object, not a list");
    problems.put("\"alpha\"", "input: must be one JSON object, not the string \"alpha\"");
    problems.put("{}", "account: is missing");
    problems.put(with("\"configfile\":\"alpha.yaml\""), "configfile: is unknown");
    problems.put(
        with("\"configFile\":\"alpha.yaml\"").replace("\"123456789012\"", "123456789012"),
        "account: must be a string in quotes, not 123456789012");
    problems.put(
        with("\"configFile\":\"alpha.yaml\"").replace("\"alpha\",", "\"\","),
        "cluster: must be a string in quotes, not \"\"");
    problems.put(with("\"configFile\":7"), "configFile: must be a string in quotes, not 7");
    problems.put(with("\"config\":[]"), "config: ");
    problems.put(with("\"config\":{\"repo\":7}"), "config: ");
    problems.put(
        with("\"configFile\":\"alpha.yaml\",\"deadline\":\"tomorrow\""),
        "deadline: \"tomorrow\" is not an ISO 8601 duration");
    problems.put(
        with("\"configFile\":\"alpha.yaml\",\"approvers\":\"ada\""),
        "approvers: must be a list of strings");
    problems.put(
        with("\"configFile\":\"alpha.yaml\",\"approval\":\"no\""),
        "approval: \"no\" is not one of required, notRequired");
    return problems;
  }

  private static String with(String fields) {
    return "{" + TARGET + "," + fields + "}";
  }
}
