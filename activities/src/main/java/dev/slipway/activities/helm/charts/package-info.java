/**
 * Fetches charts for the child that must not reach the network itself.
 *
 * <p>Here alone the usual proxy variables count (HTTPS_PROXY, HTTP_PROXY, NO_PROXY): chart
 * repositories may lie outside of the network, the cluster's API server never does.
 */
package dev.slipway.activities.helm.charts;
