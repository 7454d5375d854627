/** The stand-ins for Crossplane and its AWS provider. */
package dev.slipway.e2e.bed.crossplane;
