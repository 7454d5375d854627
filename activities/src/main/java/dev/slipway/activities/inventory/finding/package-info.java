/** What a person and a removal should know of one object. Pure. */
package dev.slipway.activities.inventory.finding;
