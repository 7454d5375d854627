/** What Argo CD asks others for: manifests from repositories, and evaluated templates. */
package dev.slipway.standins.argocd.sources;
