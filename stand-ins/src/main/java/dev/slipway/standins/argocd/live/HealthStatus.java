package dev.slipway.standins.argocd.live;

/** Argo CD's words for health; a later one is worse. */
public enum HealthStatus {
  HEALTHY("Healthy"),
  SUSPENDED("Suspended"),
  PROGRESSING("Progressing"),
  MISSING("Missing"),
  DEGRADED("Degraded"),
  UNKNOWN("Unknown");

  private final String word;

  HealthStatus(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  HealthStatus orWorse(HealthStatus other) {
    return compareTo(other) < 0 ? other : this;
  }
}
