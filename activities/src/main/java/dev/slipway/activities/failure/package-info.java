/** The one place where exceptions of AWS and Kubernetes become failures that workflows know. */
package dev.slipway.activities.failure;
