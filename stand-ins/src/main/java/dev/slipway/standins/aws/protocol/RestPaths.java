package dev.slipway.standins.aws.protocol;

/** What AWS calls an operation that is known by its path only. */
final class RestPaths {
  private RestPaths() {}

  static String route53(String path) {
    return path.startsWith("/2013-04-01/hostedzone/") ? "GetHostedZone" : path;
  }

  static String eks(String path) {
    String[] parts = path.substring(1).split("/", 4);
    if (!parts[0].equals("clusters") || parts.length == 1) {
      return path;
    }
    return switch (parts.length == 2 ? "" : parts[2]) {
      case "" -> "DescribeCluster";
      case "pod-identity-associations" -> "ListPodIdentityAssociations";
      case "access-entries" -> parts.length == 4 ? "DescribeAccessEntry" : path;
      default -> path;
    };
  }
}
