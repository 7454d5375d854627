/** Whether what a release brought is there and works. */
package dev.slipway.activities.workloads;
