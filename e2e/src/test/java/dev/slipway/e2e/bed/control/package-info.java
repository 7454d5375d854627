/** What stand-ins for controllers have in common. */
package dev.slipway.e2e.bed.control;
