/** What disturbs a run and leaves no trace: kills, outages, restarts, tokens that end. */
package dev.slipway.e2e.resilience;
