/** An inventory, indexed for the questions that the rules of a removal ask. */
package dev.slipway.workflows.uninstall.rules.world;
