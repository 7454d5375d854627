package dev.slipway.starter.removal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.file.RequestFile;
import dev.slipway.starter.option.ClusterOptions;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.uninstall.preview.TakeInventory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an installation holds. */
@Command(
    name = "inventory",
    sortOptions = false,
    description = {
      "Shows what an installation holds in its cluster and account, and whose the rest is.",
      "Nothing is changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway inventory -f config.yaml",
      "  slipway inventory --account 111122223333 --region eu-west-3 --cluster idp -o json",
      "",
      "Exit code 10 when something could not be looked at: it is listed as unknown."
    })
public final class ShowInventory implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "JSON object with the request; the other options win over it.")
  private Path request;

  @Option(names = "--all", description = "Name every object instead of counting them.")
  private boolean all;

  @Mixin private Output output;

  public ShowInventory(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ObjectNode input = RequestFile.read(request);
    ClusterId id = cluster.putIdInto(input, surroundings);
    Inventory inventory =
        new Preview(surroundings).ask(TakeInventory.TYPE, id, input, Inventory.class);
    output.print(surroundings, inventory, () -> new InventoryText(inventory, all).lines());
    return (inventory.unread().isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL_KNOWN).code();
  }
}
