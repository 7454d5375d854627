package dev.slipway.e2e.bed.source;

/** A chart that an addon names. */
public record ChartVersion(String name, String version) implements Comparable<ChartVersion> {
  String archive() {
    return name + "-" + version + ".tgz";
  }

  @Override
  public int compareTo(ChartVersion other) {
    return archive().compareTo(other.archive());
  }
}
