/** What an installation made and took over, written down before it is done. */
package dev.slipway.activities.ownership.manifest;
