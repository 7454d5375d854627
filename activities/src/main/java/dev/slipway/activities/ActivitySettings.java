package dev.slipway.activities;

import static java.util.Objects.requireNonNull;

import dev.slipway.activities.aws.AwsAccess;
import dev.slipway.activities.notification.Receivers;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an operator decides about the activities.
 *
 * @param packages the packages folder
 * @param config configuration files that requests may name
 * @param credentials {@code private/}, with the GitHub App credentials
 * @param helm scratch for Helm: the unpacked library and chart archives, nothing secret
 * @param tokenRenewal age at which a cluster token is replaced
 * @param aws what requests may ask for in AWS, and as whom
 * @param receivers whom runs may tell what happens
 */
public record ActivitySettings(
    Path packages,
    Path config,
    Path credentials,
    Path helm,
    Duration tokenRenewal,
    AwsAccess aws,
    Receivers receivers) {
  public ActivitySettings {
    requireNonNull(packages, "packages");
    requireNonNull(config, "config");
    requireNonNull(credentials, "credentials");
    requireNonNull(helm, "helm");
    requireNonNull(tokenRenewal, "tokenRenewal");
    requireNonNull(aws, "aws");
    requireNonNull(receivers, "receivers");
  }
}
