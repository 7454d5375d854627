/** Whether the URLs of the platform answer. */
package dev.slipway.activities.urls;
