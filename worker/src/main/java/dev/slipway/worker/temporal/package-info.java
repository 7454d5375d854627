/** The way to Temporal: how the worker finds it, starts to poll, and drains at the end. */
package dev.slipway.worker.temporal;
