package dev.slipway.e2e.structure;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds the IAM policy of the worker against the calls that its code makes. */
class AwsActionsTest {
  private static final Path POLICY = Path.of("..", "worker", "iam", "policy.json");
  private static final Pattern CLIENT =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");
  private static final String ASSUMING =
      "software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider";
  // IAM has one name for both versions of its API.
  private static final String BALANCERS = "elasticloadbalancing";
  // What clients do without calling AWS.
  private static final Set<String> LOCAL = Set.of("builder", "close", "serviceClientConfiguration");

  @Test
  void thePolicyNamesEveryCallOfTheCodeAndNothingElse() throws IOException {
    Set<String> called =
        calls().flatMap(call -> action(call).stream()).collect(toCollection(TreeSet::new));

    assertThat(called).contains("secretsmanager:PutSecretValue", "sts:AssumeRole");
    assertThat(permitted()).isEqualTo(called);
  }

  private static Stream<JavaMethodCall> calls() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.activities", "dev.slipway.worker")
            .stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream());
  }

  /** Such as {@code eks:DescribeCluster}; a paginator calls what it is named after. */
  private static Optional<String> action(JavaMethodCall call) {
    if (call.getTargetOwner().getName().equals(ASSUMING)) {
      return Optional.of("sts:AssumeRole");
    }
    Matcher client = CLIENT.matcher(call.getTargetOwner().getName());
    String method = call.getName().replaceFirst("Paginator$", "");
    return client.matches() && !LOCAL.contains(method)
        ? Optional.of(
            (client.group(1).equals("elasticloadbalancingv2") ? BALANCERS : client.group(1))
                + ":"
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1))
        : Optional.empty();
  }

  private static Set<String> permitted() throws IOException {
    JsonNode policy = new ObjectMapper().readTree(POLICY.toFile());
    return StreamSupport.stream(policy.path("Statement").spliterator(), false)
        .map(statement -> statement.path("Action"))
        .flatMap(
            action ->
                action.isTextual()
                    ? Stream.of(action)
                    : StreamSupport.stream(action.spliterator(), false))
        .map(JsonNode::asText)
        .collect(toCollection(TreeSet::new));
  }
}
