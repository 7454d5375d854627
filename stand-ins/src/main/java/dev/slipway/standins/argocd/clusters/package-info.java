/** The clusters that Argo CD knows from Secrets, and the Applications that sets make for each. */
package dev.slipway.standins.argocd.clusters;
