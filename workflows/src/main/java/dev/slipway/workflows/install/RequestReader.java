package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.config.ConfigReader;
import dev.slipway.workflows.config.ConfigReading;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.RequestFields;
import dev.slipway.workflows.flow.TargetFields;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.wire.TaskQueues;
import java.time.Duration;
import java.util.List;

/** Reads an {@link InstallRequest} strictly. */
final class RequestReader {
  private static final String EXAMPLE =
      "{\"account\":\"123456789012\",\"region\":\"eu-west-3\",\"cluster\":\"idp\","
          + "\"configFile\":\"config.yaml\"}";
  private static final List<String> KNOWN =
      List.of(
          "account",
          "region",
          "cluster",
          "config",
          "configFile",
          "credentials",
          "assumeRole",
          "approval",
          "approvers",
          "deadline",
          "reminder",
          "onFailure",
          "attentionWithin",
          "taskQueue",
          "allowDeletions",
          "allowUnpushed",
          "allowAdoption",
          "stepWithin",
          "applicationsWithin",
          "notify");

  private final RequestFields fields;

  RequestReader(JsonNode input) {
    fields = new RequestFields(input, EXAMPLE);
  }

  InstallRequest read() {
    fields.refuseUnknown(KNOWN);
    Target target = TargetFields.read(fields);
    ApprovalPolicy approval = approval();
    InstallRequest request =
        new InstallRequest(
            target,
            fields.node("config"),
            fields.text("configFile", null),
            credentials(),
            approval,
            attention(approval),
            fields.text("taskQueue", TaskQueues.DEFAULT),
            fields.flag("allowDeletions"),
            fields.flag("allowUnpushed"),
            fields.flag("allowAdoption"),
            fields.duration("stepWithin", Duration.ofMinutes(15)),
            fields.duration("applicationsWithin", Duration.ofHours(1)),
            ReceiverNames.read(fields));
    checkConfig(request);
    if (!fields.problems().isEmpty()) {
      throw FailureType.INVALID_REQUEST.failure(String.join("; ", fields.problems()));
    }
    return request;
  }

  private CredentialsSource credentials() {
    return fields.oneOf("credentials", List.of("worker", "pushed")).equals("pushed")
        ? CredentialsSource.PUSHED
        : CredentialsSource.WORKER;
  }

  private ApprovalPolicy approval() {
    Duration deadline = fields.duration("deadline", Duration.ofDays(3));
    Duration reminder = fields.duration("reminder", deadline.dividedBy(2));
    if (reminder.compareTo(deadline) >= 0) {
      fields.problem("reminder", reminder + " must be shorter than the deadline " + deadline);
    }
    boolean required =
        fields.oneOf("approval", List.of("required", "notRequired")).equals("required");
    if (!required) {
      refuseContradictions();
    }
    return new ApprovalPolicy(required, fields.texts("approvers"), deadline, reminder);
  }

  private AttentionPolicy attention(ApprovalPolicy approval) {
    List<String> otherwise =
        approval.required() ? List.of("park", "fail") : List.of("fail", "park");
    boolean parks = fields.oneOf("onFailure", otherwise).equals("park");
    if (!fields.has("attentionWithin")) {
      return new AttentionPolicy(parks, /* within= */ null);
    }
    if (!parks) {
      fields.problem("attentionWithin", "contradicts onFailure \"fail\"; give one of the two");
    }
    return new AttentionPolicy(parks, fields.duration("attentionWithin", Duration.ofDays(1)));
  }

  private void refuseContradictions() {
    for (String field : List.of("approvers", "deadline", "reminder")) {
      if (fields.has(field)) {
        fields.problem(field, "contradicts approval \"notRequired\"; give one of the two");
      }
    }
  }

  private void checkConfig(InstallRequest request) {
    if (request.config() != null && request.configFile() != null) {
      fields.problem("configFile", "give either config or configFile, not both");
    }
    if (request.config() == null && request.configFile() == null && fields.problems().isEmpty()) {
      fields.problem(
          "config", "is missing; give the keys of config.yaml here, or a file name as configFile");
    }
    if (request.config() != null) {
      ConfigReading reading = ConfigReader.read(request.config());
      reading.problems().forEach(problem -> fields.problem("config", problem.toString()));
    }
  }
}
