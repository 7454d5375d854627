/** What has to be right in a packages folder before anything is installed from it: pure. */
package dev.slipway.workflows.packages.check;
