/** Who works on a cluster, and what was done to it. */
package dev.slipway.activities.ownership;
