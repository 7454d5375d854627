/** The GitHub App credentials: what has to be in them, and how they reach AWS. */
package dev.slipway.workflows.credentials;
