package dev.slipway.starter.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.aws.CallerAccount;
import dev.slipway.starter.file.ConfigFile;
import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformConfig;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which cluster is meant. Region and name come from config.yaml where they are not given. */
public final class ClusterOptions {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "config.yaml; region and cluster are taken from it.")
  Path file;

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "AWS account; default: that of your AWS credentials.")
  private String account;

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region of the cluster.")
  private String region;

  @Option(names = "--cluster", paramLabel = "NAME", description = "Name of the EKS cluster.")
  private String cluster;

  /** The cluster; asks AWS for the account only where nobody names it. */
  public ClusterId id(Surroundings surroundings) {
    PlatformConfig config = file == null ? null : ConfigFile.read(file);
    String where = region == null && config != null ? config.region() : region;
    String name = cluster == null && config != null ? config.clusterName() : cluster;
    check("--region", where, ClusterId.REGION, "an AWS region such as eu-west-3");
    check("--cluster", name, ClusterId.NAME, "the name of an EKS cluster");
    String owner = account == null ? CallerAccount.in(where, surroundings.environment()) : account;
    check("--account", owner, ClusterId.ACCOUNT, "the twelve digits of an AWS account");
    return new ClusterId(owner, where, name);
  }

  /** Completes a request with what the options say, and checks which cluster it names. */
  public ClusterId putInto(ObjectNode request, Surroundings surroundings) {
    ClusterId id = putIdInto(request, surroundings);
    if (file != null) {
      request.remove("configFile");
      request.set("config", ConfigFile.read(file).asJson());
    }
    return id;
  }

  /** The same for a request that holds no configuration. */
  public ClusterId putIdInto(ObjectNode request, Surroundings surroundings) {
    account = account == null ? text(request, "account") : account;
    region = region == null ? text(request, "region") : region;
    cluster = cluster == null ? text(request, "cluster") : cluster;
    ClusterId id = id(surroundings);
    request.put("account", id.account()).put("region", id.region()).put("cluster", id.name());
    return id;
  }

  private static String text(ObjectNode request, String field) {
    return request.hasNonNull(field) ? request.get(field).asText() : null;
  }

  private static void check(String option, String value, Pattern form, String expected) {
    if (value == null) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, option + " is missing: give " + expected + ", or -f config.yaml");
    }
    if (!form.matcher(value).matches()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, option + ": \"" + value + "\" is not " + expected);
    }
  }
}
