/** The installation's manifest held against cluster and account. Reads only. */
package dev.slipway.activities.inventory;
