/**
 * Whether the cluster would take what a release brings: whose the objects are that are there
 * already, and what the API server and its policies say to the rest. Nothing is changed.
 */
package dev.slipway.activities.helm.admission;
