/** What has to be there before an install: account, cluster, rights of the addons, DNS zone. */
package dev.slipway.activities.prerequisites;
