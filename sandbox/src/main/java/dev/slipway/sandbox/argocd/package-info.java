/**
 * Plays Argo CD on the stand-in cluster: ApplicationSets make Applications, the AppSet chart is
 * rendered for real, and every other Application goes through the states that Argo CD shows without
 * anything being deployed.
 */
package dev.slipway.sandbox.argocd;
