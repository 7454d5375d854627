/** What workers and clients have to agree on: the form of messages, and the queues. */
package dev.slipway.workflows.wire;
