package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.slipway.SlipwayProcesses;
import dev.slipway.e2e.bed.source.Sources;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;

/** An empty cluster, a worker's folders with what an install needs, and an operator. */
public final class Platform {
  public static final String PRIVATE_KEY = "-----BEGIN RSA PRIVATE KEY-----\\nPLANTEDPRIVATEKEY\\n";
  public static final String CLIENT_SECRET = "PLANTEDCLIENTSECRET";

  private final Bed bed;
  private final Cluster cluster;
  private final SlipwayProcesses slipway;
  private final ConfigYaml config;

  private Platform(Bed bed, Cluster cluster, Sources sources, ConfigYaml config) {
    this.bed = bed;
    this.cluster = cluster;
    this.config = withHostedZone(config);
    slipway = bed.slipway(cluster.account(), cluster.region(), sources);
    slipway.folders().writeConfig(configFile(), config.text());
    slipway.folders().writeCredentials("argocd-github.yaml", argoCdCredentials());
    slipway.folders().writeCredentials("backstage-github.yaml", backstageCredentials());
  }

  public static Platform on(Bed bed, Cluster cluster) {
    return on(bed, cluster, ConfigYaml.of(cluster, bed.sources()));
  }

  public static Platform on(Bed bed, Cluster cluster, ConfigYaml config) {
    return new Platform(bed, cluster, bed.sources(), config);
  }

  public static Platform on(Bed bed, Cluster cluster, Sources sources) {
    return new Platform(bed, cluster, sources, ConfigYaml.of(cluster, sources));
  }

  public Cluster cluster() {
    return cluster;
  }

  public SlipwayProcesses slipway() {
    return slipway;
  }

  public ConfigYaml config() {
    return config;
  }

  public String configFile() {
    return cluster.name() + ".yaml";
  }

  /** Somebody with the Temporal CLI, who names this cluster's configuration file. */
  public Operator operator() {
    return new Operator(bed.temporal(), cluster, configFile());
  }

  /** Somebody who installs another cluster of the account with the same workers. */
  public Operator operatorOf(Cluster other, ConfigYaml itsConfig) {
    String file = other.name() + ".yaml";
    slipway.folders().writeConfig(file, withHostedZone(itsConfig).text());
    return new Operator(bed.temporal(), other, file);
  }

  private ConfigYaml withHostedZone(ConfigYaml incomplete) {
    return incomplete.with("route53_hosted_zone_id", hostedZone(incomplete.value("domain")));
  }

  private String hostedZone(String domain) {
    Route53Client zones = bed.aws().clients(cluster.account(), cluster.region()).route53();
    return zones.listHostedZones().hostedZones().stream()
        .filter(zone -> zone.name().equals(domain + "."))
        .findFirst()
        .orElseGet(() -> newZone(zones, domain))
        .id()
        .replace("/hostedzone/", "");
  }

  private static HostedZone newZone(Route53Client zones, String domain) {
    return zones.createHostedZone(zone -> zone.name(domain).callerReference(domain)).hostedZone();
  }

  private static String argoCdCredentials() {
    return """
        url: https://github.com/example
        appId: "123456"
        installationId: "7890123"
        privateKey: "%s"
        """
        .formatted(PRIVATE_KEY);
  }

  private static String backstageCredentials() {
    return """
        appId: "123457"
        webhookUrl: https://example.org/webhook
        clientId: Iv1.0123456789abcdef
        clientSecret: %s
        webhookSecret: %s
        privateKey: "%s"
        """
        .formatted(CLIENT_SECRET, CLIENT_SECRET, PRIVATE_KEY);
  }
}
