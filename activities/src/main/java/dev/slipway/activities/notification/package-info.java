/** Webhooks: what a run tells people elsewhere. */
package dev.slipway.activities.notification;
