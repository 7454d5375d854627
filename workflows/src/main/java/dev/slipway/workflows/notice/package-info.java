/** What a run tells people elsewhere, without waiting for whether they hear it. */
package dev.slipway.workflows.notice;
