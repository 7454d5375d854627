/** What can go wrong, in three families, each with who mends it. */
package dev.slipway.workflows.failure;
