/** The GitOps content that Argo CD reads too: which addons there are, and with which values. */
package dev.slipway.activities.packages;
