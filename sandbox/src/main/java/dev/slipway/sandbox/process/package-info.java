/** What runs beside the demo and has to end with it: Temporal, the worker, files. */
package dev.slipway.sandbox.process;
