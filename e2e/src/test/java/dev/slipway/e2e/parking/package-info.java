/** Runs that a person has to help. */
package dev.slipway.e2e.parking;
