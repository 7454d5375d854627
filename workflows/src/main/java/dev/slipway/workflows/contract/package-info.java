/**
 * What the world must be able to do, one contract a subject. The module activities does it; the
 * worker registers it.
 */
package dev.slipway.workflows.contract;
