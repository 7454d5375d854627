package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.aws.Moto;
import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.slipway.SlipwayProcesses;
import dev.slipway.e2e.bed.source.Sources;
import dev.slipway.e2e.bed.temporal.TemporalServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Real servers on loopback: Temporal, AWS (moto), and as many clusters as a test asks for. Closing
 * it ends every process; so does the end of this JVM, however it comes.
 */
public final class Bed implements AutoCloseable {
  private final BedFolder folder;
  private final Moto aws;
  private final TemporalServer temporal;
  private final List<AutoCloseable> perTest = new ArrayList<>();
  private Sources sources;
  private boolean closed;

  private Bed(BedFolder folder) {
    this.folder = folder;
    aws = Moto.start(folder.path());
    temporal = TemporalServer.start(folder.path());
  }

  /** Starts Temporal and AWS. */
  public static Bed start() {
    Bed bed = new Bed(BedFolder.create());
    Runtime.getRuntime().addShutdownHook(new Thread(bed::close, "bed-shutdown"));
    bed.aws.awaitReady();
    bed.temporal.awaitReady();
    return bed;
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
      sources = Sources.of(Modules.folder("packages"), folder.newFolder("sources"));
    }
    return sources;
  }

  /** Another packages folder in Git, with stand-in charts, until the test ends. */
  public synchronized Sources sources(Path packages) {
    Sources made = Sources.of(packages, folder.newFolder("sources"));
    perTest.add(made);
    return made;
  }

  public Cluster cluster(String name) {
    return cluster(ClusterSpec.named(name));
  }

  /** Starts a cluster, which lives until the test ends. */
  public synchronized Cluster cluster(ClusterSpec spec) {
    Cluster cluster = Cluster.start(spec, folder.newFolder(spec.name()), aws);
    perTest.add(cluster);
    return cluster;
  }

  /**
   * Ends a cluster and keeps what it and AWS hold, as long as this bed lives. Git and charts are
   * not kept: the cluster goes on with those of the bed.
   */
  public synchronized ClusterImage freeze(Cluster cluster) {
    ClusterImage image = new ClusterImage(cluster.spec(), folder.newFolder("image"));
    cluster.freeze(image.folder());
    aws.save(image.aws());
    return image;
  }

  /** Starts a cluster from an image, and AWS with nothing but what the image holds. */
  public synchronized Cluster thaw(ClusterImage image) {
    aws.load(image.aws());
    Path made = folder.newFolder(image.spec().name());
    image.copyTo(made);
    Cluster cluster = Cluster.start(image.spec(), made, aws);
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
        new SlipwayProcesses(folder.newFolder("slipway"), packages.packages(), environment);
    perTest.add(processes);
    return processes;
  }

  /** Where logs and data of all servers are; deleted when the bed closes. */
  public Path folder() {
    return folder.path();
  }

  /** Leaves the folder there when the bed closes. */
  public void keepFolder() {
    folder.keep();
  }

  /** Ends what a test started, and empties AWS, Temporal, Git and the chart repository. */
  public synchronized void reset() {
    closePerTest();
    aws.reset();
    temporal.reset();
    if (sources != null) {
      sources.restore();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    closePerTest();
    if (sources != null) {
      sources.close();
    }
    temporal.close();
    aws.close();
    folder.deleteUnlessKept();
  }

  // The newest first; one that fails does not keep the others open.
  private void closePerTest() {
    List<Exception> problems = new ArrayList<>();
    while (!perTest.isEmpty()) {
      try {
        perTest.remove(perTest.size() - 1).close();
      } catch (Exception e) {
        problems.add(e);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("Closing failed: " + problems, problems.get(0));
    }
  }
}
