/** What an installation holds in its AWS account. Reads only. */
package dev.slipway.activities.inventory.cloud;
