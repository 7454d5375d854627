package dev.slipway.e2e.variants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.source.Sources;
import dev.slipway.e2e.install.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with the command {@code slipway} and a config.yaml of upstream's shape. */
public record CommandLineUser(Platform platform, Path filled, Path unfilled, boolean careless) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern JSON = Pattern.compile("(?m)^[\\[{]");
  private static final String CONFIG =
      """
      ### Config of a reference implementation ###
      repo:\s
        url: "%s" # The fork
        revision: "HEAD" # Branch or tag
        basepath: "packages"

      cluster_name: "%s"
      # A string, as it becomes a label
      auto_mode: "true"
      region: "%s"

      domain: %s

      route53_hosted_zone_id: %s

      path_routing: "true"

      tags:
        githubRepo: "github.com/example/fork"
        env: "dev"
        project: "idp"
      """;

  public static CommandLineUser of(Platform platform, Sources sources) {
    String domain = platform.config().value("domain");
    String zone = platform.config().value("route53_hosted_zone_id");
    return new CommandLineUser(
        platform,
        config(platform, sources, "filled.yaml", domain, zone),
        config(platform, sources, "unfilled.yaml", "<REPLACE_ME_a.com>", "<REPLACE_ME_Z1>"),
        /* careless= */ false);
  }

  /** The same person, who has not filled in the placeholders. */
  public CommandLineUser withPlaceholders() {
    return new CommandLineUser(platform, filled, unfilled, /* careless= */ true);
  }

  /** Runs a command on the cluster to its end. */
  public Tool.Result run(String command, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "-f",
                (careless ? unfilled : filled).toString(),
                "--account",
                platform.cluster().account()));
    arguments.addAll(List.of(options));
    return platform.slipway().slipway(arguments.toArray(String[]::new));
  }

  public CompletableFuture<Tool.Result> inBackground(String command, String... options) {
    return CompletableFuture.supplyAsync(() -> run(command, options));
  }

  public JsonNode json(String command, String... options) {
    return json(run(command, options));
  }

  /** What a command printed as data, behind what it told people. */
  public static JsonNode json(Tool.Result result) {
    Matcher start = JSON.matcher(result.output());
    if (!start.find()) {
      throw new IllegalStateException("No JSON: " + result.output());
    }
    try {
      return MAPPER.readTree(result.output().substring(start.start()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + result.output(), e);
    }
  }

  private static Path config(
      Platform platform, Sources sources, String name, String domain, String zone) {
    String yaml =
        CONFIG.formatted(
            sources.git().url(),
            platform.cluster().name(),
            platform.cluster().region(),
            domain,
            zone);
    return platform.slipway().folders().writeConfig(name, yaml);
  }
}
