/** What an installation holds in a cluster and in its account: seen, never guessed. */
package dev.slipway.workflows.inventory;
