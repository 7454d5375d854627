/** Installs that differ from the ordinary one: failing, repeated, otherwise configured. */
package dev.slipway.e2e.variants;
