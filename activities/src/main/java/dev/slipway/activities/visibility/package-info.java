/** The search attributes that Temporal can take. */
package dev.slipway.activities.visibility;
