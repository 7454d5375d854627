package dev.slipway.workflows.applications;

/** An Application that is up, but for what a test says about it. */
public final class SampleApplication {
  private final String name;
  private String addon;
  private String sync = "Synced";
  private String health = "Healthy";
  private String message;

  private SampleApplication(String name) {
    this.name = name;
    addon = name;
  }

  public static SampleApplication named(String name) {
    return new SampleApplication(name);
  }

  public static Application up(String name) {
    return named(name).seen();
  }

  public SampleApplication ofAddon(String folder) {
    addon = folder;
    return this;
  }

  public SampleApplication is(String syncStatus, String healthStatus) {
    sync = syncStatus;
    health = healthStatus;
    return this;
  }

  public SampleApplication saying(String words) {
    message = words;
    return this;
  }

  /** After a successful operation at the present revision. */
  public Application seen() {
    return new Application(name, addon, sync, health, "Succeeded", false, true, null, message);
  }
}
