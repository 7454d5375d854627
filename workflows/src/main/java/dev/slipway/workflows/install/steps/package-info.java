/** The lines of the install, one class a step; all but the wait for health. */
package dev.slipway.workflows.install.steps;
