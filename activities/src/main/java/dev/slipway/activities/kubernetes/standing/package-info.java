/** Where an object stands, and why it is not further: after kstatus, in one set of words. */
package dev.slipway.activities.kubernetes.standing;
