/** What a worker may be asked to do, whoever asks. */
package dev.slipway.activities.allowance;
