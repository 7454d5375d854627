/** When each thing goes: from the addon graph reversed and from what the thing is. */
package dev.slipway.workflows.uninstall.rules.order;
