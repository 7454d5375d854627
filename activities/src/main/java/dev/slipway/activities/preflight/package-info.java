/**
 * The look at everything before the plan: a snapshot of configuration and packages, then the
 * examiners, each of which lies with what it examines.
 */
package dev.slipway.activities.preflight;
