/** Which Applications Argo CD will make of the packages, and with which values. */
package dev.slipway.activities.argocd.expected;
