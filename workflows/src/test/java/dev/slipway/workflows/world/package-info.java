/**
 * What a workflow under test runs in: Temporal in memory, and fakes that remember what was done.
 */
package dev.slipway.workflows.world;
