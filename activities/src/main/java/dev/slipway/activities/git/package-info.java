/** The repository that Argo CD reads: which commit it will take, and what is in it. */
package dev.slipway.activities.git;
