/** Looking at an installation, and at what a removal would do: nothing is changed. */
package dev.slipway.workflows.uninstall.preview;
