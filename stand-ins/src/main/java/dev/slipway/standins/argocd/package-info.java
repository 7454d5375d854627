/**
 * Plays Argo CD on the stand-in cluster: ApplicationSets make Applications, and Applications are
 * compared, synced in phases and waves, judged by their resources' health, and deleted.
 *
 * <p>What it does, the contract tests ask of the real one, too. It does not prune, ignore
 * differences, roll back, or know projects.
 */
package dev.slipway.standins.argocd;
