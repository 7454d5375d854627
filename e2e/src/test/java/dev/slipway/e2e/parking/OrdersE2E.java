package dev.slipway.e2e.parking;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.aws.Fault;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No answer counts twice and none is lost, whatever comes first. */
@ExtendWith(BedExtension.class)
final class OrdersE2E {
  private static final int ORDERS = 20;

  @Test
  void everyAnswerCountsOnceOrIsRefused(Bed bed) {
    Platform platform = Platform.on(bed, bed.cluster("alpha"));
    WorkerProcess worker = platform.slipway().worker();
    bed.aws().fail(Fault.accessDenied("CreateSecret", Fault.SLIPWAY));
    for (int seed = 1; seed <= ORDERS; seed++) {
      Run run = platform.operator().under("order-" + seed).start();
      run.awaitStatus("AWAITING_APPROVAL").approve();
      new AnyOrder(run, worker, seed).play();
    }
  }
}
