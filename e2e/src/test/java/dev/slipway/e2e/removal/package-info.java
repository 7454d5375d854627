/** What is ours, what would go, and what a removal leaves. */
package dev.slipway.e2e.removal;
