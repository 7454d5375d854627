package dev.slipway.workflows.credentials;

/** How the GitHub App credentials reach AWS Secrets Manager. */
public enum CredentialsSource {
  /** The worker reads a mounted {@code private/} folder and writes the secret. */
  WORKER,
  /** The operator has pushed the secret ({@code slipway secrets push}); it is only checked. */
  PUSHED
}
