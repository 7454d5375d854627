package dev.slipway.worker;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/**
 * What the worker reads and where it may write.
 *
 * @param packages the GitOps content, whose digest every plan holds
 * @param config configuration files that requests may name
 * @param credentials {@code private/}, with the GitHub App credentials
 * @param helm scratch for Helm: the unpacked library and chart archives, nothing secret
 */
record Folders(
    @NotNull Path packages, @NotNull Path config, @NotNull Path credentials, @NotNull Path helm) {}
