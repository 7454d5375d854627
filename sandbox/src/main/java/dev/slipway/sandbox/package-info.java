/**
 * The demo: {@link dev.slipway.sandbox.Demo} starts everything, {@link dev.slipway.sandbox.DemoRun}
 * is its story. Around it: a world of stand-ins, the manifests that its Argo CD reads, what addons
 * do once they run, the processes beside it, and the screen.
 */
package dev.slipway.sandbox;
