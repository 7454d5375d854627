package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.aws.Moto;
import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.slipway.SlipwayProcesses;
import dev.slipway.e2e.bed.source.Sources;
import dev.slipway.e2e.bed.temporal.TemporalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Real servers on loopback: Temporal, AWS (moto), and as many clusters as a test asks for. Closing
 * it ends every process; so does the end of this JVM, however it comes.
 */
public final class Bed implements AutoCloseable {
  private final Path folder;
  private final Moto aws;
  private final TemporalServer temporal;
  private final List<AutoCloseable> perTest = new ArrayList<>();
  private Sources sources;
  private int made;

  private Bed(Path folder) {
    this.folder = folder;
    aws = Moto.start(folder);
    temporal = TemporalServer.start(folder);
  }

  /** Starts Temporal and AWS. */
  public static Bed start() {
    try {
      Path beds = Files.createDirectories(Modules.folder("e2e").resolve("target/beds"));
      Bed bed = new Bed(Files.createTempDirectory(beds, "bed-"));
      Runtime.getRuntime().addShutdownHook(new Thread(bed::close, "bed-shutdown"));
      bed.aws.awaitReady();
      bed.temporal.awaitReady();
      return bed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Moto aws() {
    return aws;
  }

  public TemporalServer temporal() {
    return temporal;
  }

  /** This checkout's packages in Git, with stand-in charts. */
  public synchronized Sources sources() {
    if (sources == null) {
      sources = Sources.of(Modules.folder("packages"), newFolder("sources"));
    }
    return sources;
  }

  /** Another packages folder in Git, with stand-in charts, until the test ends. */
  public synchronized Sources sources(Path packages) {
    Sources made = Sources.of(packages, newFolder("sources"));
    perTest.add(made);
    return made;
  }

  public Cluster cluster(String name) {
    return cluster(ClusterSpec.named(name));
  }

  /** Starts a cluster, which lives until the test ends. */
  public synchronized Cluster cluster(ClusterSpec spec) {
    Cluster cluster = Cluster.start(spec, newFolder(spec.name()), aws);
    perTest.add(cluster);
    return cluster;
  }

  /**
   * Slipway against this bed, as the cluster's account and region, with this checkout's packages.
   */
  public SlipwayProcesses slipway(Cluster cluster) {
    return slipway(cluster.account(), cluster.region(), sources());
  }

  public synchronized SlipwayProcesses slipway(String account, String region, Sources packages) {
    Map<String, String> environment = new HashMap<>(temporal.environment());
    environment.putAll(aws.environment(account, region));
    SlipwayProcesses processes =
        new SlipwayProcesses(newFolder("slipway"), packages.packages(), environment);
    perTest.add(processes);
    return processes;
  }

  /** Where logs and data of all servers are. */
  public Path folder() {
    return folder;
  }

  /** Ends what a test started, and empties AWS, Temporal, Git and the chart repository. */
  public synchronized void reset() {
    Collections.reverse(perTest);
    perTest.forEach(Bed::close);
    perTest.clear();
    aws.reset();
    temporal.terminateOpenRuns();
    if (sources != null) {
      sources.restore();
    }
  }

  @Override
  public synchronized void close() {
    Collections.reverse(perTest);
    perTest.forEach(Bed::close);
    perTest.clear();
    if (sources != null) {
      sources.close();
    }
    temporal.close();
    aws.close();
  }

  /** Deletes data and logs of what has ended. */
  void deleteFolder() {
    Tool.run(folder.getParent(), "rm", "-rf", folder);
  }

  private Path newFolder(String name) {
    made++;
    try {
      return Files.createDirectories(folder.resolve(made + "-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
