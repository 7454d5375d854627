/** What Argo CD's Applications show, and the sync that may be asked of it. */
package dev.slipway.activities.argocd;
