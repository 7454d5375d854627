/** Files that live as long as a worker, or shorter. */
package dev.slipway.activities.scratch;
