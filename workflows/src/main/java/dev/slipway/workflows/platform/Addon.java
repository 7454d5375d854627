package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of the platform: all that Slipway knows of an addon beyond the packages folder.
 *
 * @param key as in {@code packages/addons/values.yaml}
 * @param title what people call it
 * @param prerequisites keys of the addons that have to be up first
 * @param awsCaller who of it calls AWS; null where nobody does
 * @param hasUrl whether people open it in a browser
 * @param autoModeHasOwn whether EKS Auto Mode brings its own instead
 */
public record Addon(
    String key,
    String title,
    List<String> prerequisites,
    ServiceAccount awsCaller,
    boolean hasUrl,
    boolean autoModeHasOwn) {
  public Addon {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    prerequisites = List.copyOf(prerequisites);
  }

  /** A Kubernetes service account. */
  public record ServiceAccount(String namespace, String name) {
    public ServiceAccount {
      requireNonNull(namespace, "namespace");
      requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return namespace + "/" + name;
    }
  }

  /** An addon that needs no other, calls no AWS and has no URL. */
  static Addon of(String key, String title) {
    return new Addon(key, title, List.of(), null, false, false);
  }

  Addon after(List<String> others) {
    return new Addon(key, title, others, awsCaller, hasUrl, autoModeHasOwn);
  }

  Addon after(String... others) {
    return after(List.of(others));
  }

  Addon callingAws(String namespace, String serviceAccount) {
    ServiceAccount caller = new ServiceAccount(namespace, serviceAccount);
    return new Addon(key, title, prerequisites, caller, hasUrl, autoModeHasOwn);
  }

  Addon withUrl() {
    return new Addon(key, title, prerequisites, awsCaller, true, autoModeHasOwn);
  }

  Addon unlessAutoMode() {
    return new Addon(key, title, prerequisites, awsCaller, hasUrl, true);
  }
}
