/** What a run goes through without harm: kills, outages, restarts, tokens that end. */
package dev.slipway.e2e.resilience;
