/** The uninstall: what a person may ask for, and what that means. */
package dev.slipway.workflows.uninstall;
