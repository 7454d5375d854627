/** All that an API server has, and what it would not show. Reads only. */
package dev.slipway.activities.inventory.reading;
