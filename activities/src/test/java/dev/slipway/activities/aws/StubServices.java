package dev.slipway.activities.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** STS, EKS and Route 53. */
public final class StubServices {
  private String account = "123456789012";
  private String endpoint = "http://127.0.0.1:9";
  private final Map<String, String> clusters = new HashMap<>(Map.of("alpha", "ACTIVE"));
  private final Map<String, String> zones = new HashMap<>();
  private final List<String> associations = new ArrayList<>();
  private boolean accessEntry = true;

  /** What goes over the wire. */
  record Answer(int status, String code, String body) {
    static Answer of(String body) {
      return new Answer(200, null, body);
    }

    static Answer error(int status, String code) {
      String json = "{\"__type\":\"" + code + "\",\"message\":\"" + code + " by the stub\"}";
      String xml =
          "<ErrorResponse><Error><Code>"
              + code
              + "</Code><Message>by the stub</Message></Error></ErrorResponse>";
      return new Answer(status, code, code.startsWith("Xml") || isXml(code) ? xml : json);
    }

    private static boolean isXml(String code) {
      return code.equals("NoSuchHostedZone") || code.equals("AccessDenied");
    }
  }

  public StubServices account(String number) {
    account = number;
    return this;
  }

  public StubServices apiServer(String url) {
    endpoint = url;
    return this;
  }

  public StubServices cluster(String name, String status) {
    clusters.put(name, status);
    return this;
  }

  public StubServices noCluster(String name) {
    clusters.remove(name);
    return this;
  }

  public StubServices zone(String id, String name) {
    zones.put(id, name);
    return this;
  }

  public StubServices association(String namespace, String serviceAccount) {
    associations.add(
        "{\"namespace\":\"" + namespace + "\",\"serviceAccount\":\"" + serviceAccount + "\"}");
    return this;
  }

  public StubServices noAccessEntry() {
    accessEntry = false;
    return this;
  }

  Answer answer(String operation, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (operation) {
      case "GetCallerIdentity" -> Answer.of(identity());
      case "DescribeCluster" -> cluster(name);
      case "GetHostedZone" -> zone(name);
      case "ListPodIdentityAssociations" ->
          Answer.of("{\"associations\":[" + String.join(",", associations) + "]}");
      case "DescribeAccessEntry" ->
          accessEntry
              ? Answer.of("{\"accessEntry\":{}}")
              : Answer.error(404, "ResourceNotFoundException");
      default -> Answer.error(501, "NotInTheStub");
    };
  }

  private String identity() {
    return """
        <GetCallerIdentityResponse><GetCallerIdentityResult>\
        <Arn>arn:aws:sts::%s:assumed-role/worker/session</Arn><UserId>U</UserId>\
        <Account>%s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"""
        .formatted(account, account);
  }

  private Answer cluster(String name) {
    String status = clusters.get(name);
    if (status == null) {
      return Answer.error(404, "ResourceNotFoundException");
    }
    String reachable =
        status.equals("CREATING")
            ? ""
            : ",\"endpoint\":\"%s\",\"certificateAuthority\":{\"data\":\"%s\"}"
                .formatted(endpoint, StubCertificate.AUTHORITY);
    return Answer.of(
        "{\"cluster\":{\"name\":\"%s\",\"arn\":\"arn:aws:eks:x\",\"status\":\"%s\",\"version\":\"1.35\"%s}}"
            .formatted(name, status, reachable));
  }

  private Answer zone(String id) {
    if (!zones.containsKey(id)) {
      return Answer.error(404, "NoSuchHostedZone");
    }
    return Answer.of(
        """
        <GetHostedZoneResponse><HostedZone><Id>/hostedzone/%s</Id><Name>%s.</Name>\
        <CallerReference>c</CallerReference></HostedZone></GetHostedZoneResponse>"""
            .formatted(id, zones.get(id)));
  }
}
