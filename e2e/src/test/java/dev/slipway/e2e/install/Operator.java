package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.temporal.TemporalServer;
import java.util.ArrayList;
import java.util.List;

/** Somebody with nothing but the Temporal CLI and one JSON object, who starts runs. */
public final class Operator {
  private final RunCommands commands;
  private final String request;

  Operator(TemporalServer temporal, Cluster cluster, String configFile) {
    this(
        new RunCommands(
            temporal,
            "platform/" + cluster.account() + "/" + cluster.region() + "/" + cluster.name()),
        "{\"account\":\"%s\",\"region\":\"%s\",\"cluster\":\"%s\",\"configFile\":\"%s\"}"
            .formatted(cluster.account(), cluster.region(), cluster.name(), configFile));
  }

  private Operator(RunCommands commands, String request) {
    this.commands = commands;
    this.request = request;
  }

  /** The same person with more fields in the request, such as {@code "deadline":"PT20S"}. */
  public Operator asking(String fields) {
    return new Operator(commands, request.substring(0, request.length() - 1) + "," + fields + "}");
  }

  /** The same person, who wants nobody to be asked for approval. */
  public Operator unattended() {
    return asking("\"approval\":\"notRequired\"");
  }

  /** The same person, whose runs fail where they would wait for a person. */
  public Operator impatient() {
    return asking("\"onFailure\":\"fail\"");
  }

  /** The same person who types another workflow ID. */
  public Operator under(String otherWorkflowId) {
    return new Operator(new RunCommands(commands.temporal(), otherWorkflowId), request);
  }

  /** The JSON object that is typed. */
  public String request() {
    return request;
  }

  /** The newest run under this person's workflow ID, whoever started it. */
  public Run run() {
    return new Run(commands);
  }

  public Run start() {
    return start(List.of(request));
  }

  /** Starts with another input than the request. */
  public Run startWith(String input) {
    return start(List.of(input));
  }

  public Run startWithoutInput() {
    return start(List.of());
  }

  /** Starts with a second argument, and more options of the CLI. */
  public Run startCarrying(String state, String... options) {
    return start(List.of(request, state), options);
  }

  /** What the CLI says when it is not to answer with a run that is there already. */
  public Tool.Result tryStart() {
    return commands.tryRun(words(List.of(request), "--fail-existing"));
  }

  private Run start(List<String> inputs, String... options) {
    commands.run(words(inputs, options));
    return run();
  }

  private static String[] words(List<String> inputs, String... options) {
    List<String> words = new ArrayList<>(List.of("start", "--task-queue", "slipway"));
    words.addAll(List.of("--type", "InstallPlatform"));
    inputs.forEach(input -> words.addAll(List.of("--input", input)));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }
}
