/** config.yaml: how it is read, and all that can be wrong with it. */
package dev.slipway.workflows.config;
