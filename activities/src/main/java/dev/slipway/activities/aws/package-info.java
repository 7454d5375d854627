/** Secrets Manager, and the clients through which everything else of AWS is reached. */
package dev.slipway.activities.aws;
