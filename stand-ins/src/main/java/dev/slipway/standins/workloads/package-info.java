/**
 * Plays the controllers of workloads and the nodes. There are no pods, only what is said of them.
 */
package dev.slipway.standins.workloads;
