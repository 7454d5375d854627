/** Parked: what a run needs a person for, and the answer that lets it go on. */
package dev.slipway.workflows.attention;
