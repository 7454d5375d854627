/**
 * The two secrets in AWS Secrets Manager: whose they are, and how they get their content.
 *
 * <p>The rules are here once; the worker and {@code slipway secrets push} bring a {@link
 * dev.slipway.workflows.secrets.SecretStore} each. Workflow code has no business here.
 */
package dev.slipway.workflows.secrets;
