/** A packages folder as its texts say it, read without Helm and without a disk: pure. */
package dev.slipway.workflows.packages;
