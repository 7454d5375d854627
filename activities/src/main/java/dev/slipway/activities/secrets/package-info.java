/** The two secrets in AWS Secrets Manager: whose they are, and how they get their content. */
package dev.slipway.activities.secrets;
