package dev.slipway.standins.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

/**
 * An account with one EKS cluster and one hosted zone.
 *
 * @param id twelve digits
 * @param caData certificate authority of the cluster's endpoint, Base64 over PEM
 * @param zoneId ID of the hosted zone, without a prefix
 * @param zoneName domain of the hosted zone, without a dot at its end
 */
public record StandInAccount(
    String id,
    String region,
    String clusterName,
    URI endpoint,
    String caData,
    String zoneId,
    String zoneName) {
  private static final String ZONES = "/2013-04-01/hostedzone/";

  public StandInAccount {
    requireNonNull(id, "id");
    requireNonNull(endpoint, "endpoint");
  }

  String callerArn() {
    return "arn:aws:iam::" + id + ":user/stand-in";
  }

  AwsAnswer answer(AwsCall call) {
    if (call.service().equals("sts")) {
      return identity(call);
    }
    return call.service().equals("eks") ? new StandInEks(this).answer(call) : hostedZone(call);
  }

  private AwsAnswer identity(AwsCall call) {
    Map<String, String> form = call.form();
    if ("AssumeRole".equals(form.get("Action"))) {
      return assumedRole(form.get("RoleArn"), form.get("RoleSessionName"));
    }
    if (!"GetCallerIdentity".equals(form.get("Action"))) {
      throw call.unknown(form.get("Action"));
    }
    return AwsAnswer.xml(
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>%2$s</Arn>
            <UserId>AIDASTANDIN</UserId>
            <Account>%1$s</Account>
          </GetCallerIdentityResult>
        </GetCallerIdentityResponse>
        """
            .formatted(id, callerArn()));
  }

  private AwsAnswer assumedRole(String role, String session) {
    return AwsAnswer.xml(
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult>
            <AssumedRoleUser>
              <Arn>%s/%s</Arn>
              <AssumedRoleId>AROASTANDIN:%s</AssumedRoleId>
            </AssumedRoleUser>
            <Credentials>
              <AccessKeyId>ASIASTANDIN000000000</AccessKeyId>
              <SecretAccessKey>stand-in</SecretAccessKey>
              <SessionToken>stand-in</SessionToken>
              <Expiration>2099-01-01T00:00:00Z</Expiration>
            </Credentials>
          </AssumeRoleResult>
        </AssumeRoleResponse>
        """
            .formatted(role, session, session));
  }

  private AwsAnswer hostedZone(AwsCall call) {
    if (!call.path().equals(ZONES + zoneId)) {
      throw new AwsRefusal(404, "NoSuchHostedZone", "No hosted zone found with ID: " + call.path());
    }
    return AwsAnswer.xml(
        """
        <GetHostedZoneResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
          <HostedZone>
            <Id>/hostedzone/%s</Id>
            <Name>%s.</Name>
            <CallerReference>stand-in</CallerReference>
            <Config><PrivateZone>false</PrivateZone></Config>
            <ResourceRecordSetCount>2</ResourceRecordSetCount>
          </HostedZone>
        </GetHostedZoneResponse>
        """
            .formatted(zoneId, zoneName));
  }
}
