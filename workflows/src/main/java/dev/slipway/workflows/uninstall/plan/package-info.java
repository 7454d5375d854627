/** What goes, in which waves, what stays and why, and what each deletion drags along. */
package dev.slipway.workflows.uninstall.plan;
