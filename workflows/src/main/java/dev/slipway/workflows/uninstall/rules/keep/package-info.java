/** What stays, and why: a rule a class. */
package dev.slipway.workflows.uninstall.rules.keep;
