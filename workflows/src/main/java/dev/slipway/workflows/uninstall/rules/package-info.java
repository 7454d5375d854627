/** From an inventory to the plan of a removal: pure, the same for the same world. */
package dev.slipway.workflows.uninstall.rules;
