/** The packages, and stand-ins for the Git and chart repositories that they and config name. */
package dev.slipway.sandbox.repository;
