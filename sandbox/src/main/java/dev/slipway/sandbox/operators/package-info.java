/**
 * Plays what addons do once they run, as far as other addons wait for it. Nothing here knows an
 * order: each acts when its own workload runs and what it works on is there.
 */
package dev.slipway.sandbox.operators;
