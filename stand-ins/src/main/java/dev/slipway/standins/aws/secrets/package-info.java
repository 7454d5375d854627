/** AWS Secrets Manager, as far as Slipway and External Secrets use it. */
package dev.slipway.standins.aws.secrets;
