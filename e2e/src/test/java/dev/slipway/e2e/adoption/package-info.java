/** Taking over what the reference's script has installed. */
package dev.slipway.e2e.adoption;
