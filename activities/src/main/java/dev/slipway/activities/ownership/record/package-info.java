/** What was done to a cluster, as the cluster itself remembers it. */
package dev.slipway.activities.ownership.record;
