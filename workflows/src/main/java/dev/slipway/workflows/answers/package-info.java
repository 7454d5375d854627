/** What people type into signals and Updates, read strictly, and why it cannot be taken. */
package dev.slipway.workflows.answers;
