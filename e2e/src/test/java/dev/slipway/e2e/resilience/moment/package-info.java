/** Meets a worker at a chosen moment of a run. */
package dev.slipway.e2e.resilience.moment;
