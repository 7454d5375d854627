package dev.slipway.standins.aws;

import dev.slipway.standins.aws.protocol.AwsAnswer;
import dev.slipway.standins.aws.protocol.AwsCall;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** STS: a user of the account, and the roles that were assumed. */
final class Identities {
  private final String user;
  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private final Queue<String> externalIds = new ConcurrentLinkedQueue<>();

  Identities(String user) {
    this.user = user;
  }

  /** ARN of the caller. */
  String arn(AwsCall call) {
    return sessions.getOrDefault(call.accessKey(), user);
  }

  AwsAnswer answer(AwsCall call) {
    return switch (call.operation()) {
      case "AssumeRole" -> assume(call.form());
      case "GetCallerIdentity" -> caller(arn(call));
      default -> throw call.unknown();
    };
  }

  private static AwsAnswer caller(String arn) {
    return AwsAnswer.xml(
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>%s</Arn>
            <UserId>AIDASTANDIN</UserId>
            <Account>%s</Account>
          </GetCallerIdentityResult>
        </GetCallerIdentityResponse>
        """
            .formatted(arn, account(arn)));
  }

  /** Those that roles were assumed with, in order. */
  List<String> externalIds() {
    return List.copyOf(externalIds);
  }

  private AwsAnswer assume(Map<String, String> form) {
    String role = form.get("RoleArn");
    String session = form.get("RoleSessionName");
    if (form.containsKey("ExternalId")) {
      externalIds.add(form.get("ExternalId"));
    }
    String arn =
        "arn:aws:sts::%s:assumed-role/%s/%s"
            .formatted(account(role), role.substring(role.lastIndexOf('/') + 1), session);
    String accessKey = "ASIASTANDIN%09d".formatted(sessions.size());
    sessions.put(accessKey, arn);
    return AwsAnswer.xml(
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult>
            <AssumedRoleUser>
              <Arn>%s</Arn>
              <AssumedRoleId>AROASTANDIN:%s</AssumedRoleId>
            </AssumedRoleUser>
            <Credentials>
              <AccessKeyId>%s</AccessKeyId>
              <SecretAccessKey>stand-in</SecretAccessKey>
              <SessionToken>stand-in</SessionToken>
              <Expiration>2099-01-01T00:00:00Z</Expiration>
            </Credentials>
          </AssumeRoleResult>
        </AssumeRoleResponse>
        """
            .formatted(arn, session, accessKey));
  }

  private static String account(String arn) {
    return arn.split(":", 6)[4];
  }
}
