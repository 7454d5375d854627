package dev.slipway.starter.runs;

import dev.slipway.starter.Cli;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A cluster whose run parks with attention 3. */
abstract class ParkedRun extends ClusterOfItsOwn {
  @BeforeEach
  void chooseAClusterThatParks() {
    cluster = "stuck" + cluster;
  }

  Cli.Said resolve(String... more) {
    List<String> all = new ArrayList<>(List.of("resolve", "-w", "platform/" + id()));
    all.addAll(List.of(more));
    return cli().run(all.toArray(String[]::new));
  }

  void parked() throws Exception {
    install("--yes");
    while (!cli().run("status", "-w", "platform/" + id()).out().contains("Attention 3")) {
      Thread.onSpinWait();
    }
  }
}
