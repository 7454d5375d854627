/** What a person should know before a removal, and what makes it impossible: a rule a class. */
package dev.slipway.workflows.uninstall.rules.finding;
