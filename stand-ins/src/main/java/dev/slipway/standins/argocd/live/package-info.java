/** What an Application's resources look like in the cluster. */
package dev.slipway.standins.argocd.live;
