package dev.slipway.e2e.bed.slipway;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slipway as processes of its own: workers, and the {@code slipway} command. */
public final class SlipwayProcesses implements AutoCloseable {
  private final Path folder;
  private final SlipwayFolders folders;
  private final Map<String, String> environment;
  private final List<WorkerProcess> workers = new ArrayList<>();

  /** The environment says how to reach Temporal and AWS; nothing else is inherited. */
  public SlipwayProcesses(Path folder, Path packages, Map<String, String> environment) {
    this.folder = folder;
    this.folders = SlipwayFolders.in(folder, packages);
    this.environment = Map.copyOf(environment);
  }

  /** Where tests put configuration and credentials for the workers. */
  public SlipwayFolders folders() {
    return folders;
  }

  /** Starts a worker and waits until it is healthy. */
  public WorkerProcess worker() {
    return worker(Map.of());
  }

  /** A healthy worker that finds these variables in its environment, too. */
  public WorkerProcess worker(Map<String, String> more) {
    return newWorker(more).start();
  }

  /** A healthy worker of a build in which these classes take the place of others. */
  public WorkerProcess laterWorker(Path classes) {
    return newWorker(Map.of(), classes.toString()).start();
  }

  /** A worker that has not been started. */
  public WorkerProcess newWorker(Map<String, String> more) {
    return newWorker(more, "");
  }

  private WorkerProcess newWorker(Map<String, String> more, String first) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(folders.environment());
    all.putAll(more);
    WorkerProcess worker = new WorkerProcess("worker-" + (workers.size() + 1), folder, all, first);
    workers.add(worker);
    return worker;
  }

  /** Runs the {@code slipway} command to its end. */
  public Tool.Result slipway(String... arguments) {
    List<Object> command = new ArrayList<>(JavaModule.named("starter").command());
    command.add("dev.slipway.starter.Slipway");
    command.addAll(List.of(arguments));
    return Tool.tryRun(Launch.of("slipway", folder, command.toArray()).with(environment));
  }

  @Override
  public void close() {
    workers.forEach(WorkerProcess::close);
  }
}
