/** What a run would make of the Applications that are there. */
package dev.slipway.activities.argocd.impact;
