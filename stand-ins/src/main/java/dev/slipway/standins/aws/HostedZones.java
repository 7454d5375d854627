package dev.slipway.standins.aws;

import dev.slipway.standins.aws.protocol.AwsAnswer;
import dev.slipway.standins.aws.protocol.AwsCall;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Route 53: public zones without records. */
final class HostedZones {
  private static final String PATH = "/2013-04-01/hostedzone/";

  private final Map<String, String> nameById = new ConcurrentHashMap<>();

  void put(String id, String name) {
    nameById.put(id, name);
  }

  AwsAnswer answer(AwsCall call) {
    if (!call.operation().equals("GetHostedZone")) {
      throw call.unknown();
    }
    String id = call.path().substring(PATH.length());
    String name = nameById.get(id);
    if (name == null) {
      throw new AwsRefusal(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id);
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
            .formatted(id, name));
  }
}
