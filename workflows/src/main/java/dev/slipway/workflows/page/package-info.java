/** The page that a person reads and answers in the Temporal UI: Markdown, and commands to copy. */
package dev.slipway.workflows.page;
