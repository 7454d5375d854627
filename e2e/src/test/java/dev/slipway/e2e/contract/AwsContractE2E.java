package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.standins.contract.AwsContract;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Moto does what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class AwsContractE2E extends AwsContract {
  private final Bed bed;
  private final Cluster cluster;
  private final String zone;

  AwsContractE2E(Bed bed) {
    this.bed = bed;
    cluster = bed.cluster("alpha");
    zone =
        bed.aws()
            .clients(cluster.account(), cluster.region())
            .route53()
            .createHostedZone(request -> request.name("example.org").callerReference("contract"))
            .hostedZone()
            .id()
            .replace("/hostedzone/", "");
  }

  @Override
  protected URI endpoint() {
    return bed.aws().address();
  }

  @Override
  protected String account() {
    return cluster.account();
  }

  @Override
  protected String region() {
    return cluster.region();
  }

  @Override
  protected String cluster() {
    return cluster.name();
  }

  @Override
  protected String zone() {
    return zone;
  }
}
