/**
 * What the stand-in Argo CD reads: this checkout's packages and sketches of charts, rendered by
 * Helm's engine.
 */
package dev.slipway.sandbox.sources;
