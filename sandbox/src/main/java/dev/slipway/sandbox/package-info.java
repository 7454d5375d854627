/**
 * The demo: {@link dev.slipway.sandbox.Demo} starts everything, {@link dev.slipway.sandbox.DemoRun}
 * is its story.
 */
package dev.slipway.sandbox;
