package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Which EKS cluster is meant: names are unique only within an account and a region.
 *
 * @param account twelve digits
 * @param region AWS region code, such as {@code eu-west-3}
 * @param name EKS cluster name
 */
public record ClusterId(String account, String region, String name) {
  public static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  public static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
  public static final Pattern NAME = Pattern.compile("[0-9A-Za-z][A-Za-z0-9_-]{0,99}");

  public ClusterId {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(name, "name");
  }

  /** The one workflow ID of this cluster: Temporal refuses a second run under it. */
  public String workflowId() {
    return "platform/" + this;
  }

  @Override
  public String toString() {
    return account + "/" + region + "/" + name;
  }
}
