/**
 * Platforms, applications and states as tests of any module need them, each with ordinary values.
 */
package dev.slipway.workflows.sample;
