/** What many adapters need of a cluster: its objects, its kinds, and what its refusals mean. */
package dev.slipway.activities.kubernetes;
