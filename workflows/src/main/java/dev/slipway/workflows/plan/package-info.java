/**
 * What a person is asked to agree to, whatever the workflow: facts, changes, warnings, a digest.
 */
package dev.slipway.workflows.plan;
