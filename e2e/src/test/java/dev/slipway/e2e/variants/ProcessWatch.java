package dev.slipway.e2e.variants;

import dev.slipway.e2e.traces.PlantedSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Looks again and again at the arguments and the environment of a process and its children, and at
 * the files that they write.
 */
final class ProcessWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 25;
  private final long pid;
  private final List<Path> folders;
  private final Set<String> commands = new ConcurrentSkipListSet<>();
  private final Set<String> filesSeen = new ConcurrentSkipListSet<>();
  private final Set<String> leaks = new ConcurrentSkipListSet<>();
  private final Thread thread = new Thread(this::watch, "process-watch");

  private ProcessWatch(long pid, List<Path> folders) {
    this.pid = pid;
    this.folders = folders;
  }

  static ProcessWatch on(long pid, Path... folders) {
    ProcessWatch watch = new ProcessWatch(pid, List.of(folders));
    watch.thread.start();
    return watch;
  }

  /** Argument lists that were seen. */
  Collection<String> commands() {
    return commands;
  }

  /** Versions of files that were read. */
  Collection<String> files() {
    return filesSeen;
  }

  /** Where planted secrets were seen. */
  Collection<String> leaks() {
    return leaks;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ProcessHandle.of(pid).stream().flatMap(this::family).forEach(this::lookAt);
        folders.forEach(this::lookInto);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private void lookAt(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    String command = read(folder.resolve("cmdline"));
    commands.add(command);
    leaks.addAll(PlantedSecrets.in("arguments of " + process.pid(), command));
    leaks.addAll(
        PlantedSecrets.in(
            "environment of " + process.pid() + " " + command, read(folder.resolve("environ"))));
  }

  private void lookInto(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(this::lookInside);
    } catch (IOException | UncheckedIOException e) {
      // Folders of children that have ended go away while they are walked.
    }
  }

  private void lookInside(Path file) {
    try {
      if (filesSeen.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file))) {
        leaks.addAll(PlantedSecrets.inFile(file));
      }
    } catch (IOException e) {
      // It went away before it could be read.
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }
}
