/** The clients through which AWS is reached, and as whom. */
package dev.slipway.activities.aws;
