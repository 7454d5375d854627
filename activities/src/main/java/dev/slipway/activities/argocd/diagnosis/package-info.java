/** Why an application is not up: the live objects at fault. */
package dev.slipway.activities.argocd.diagnosis;
