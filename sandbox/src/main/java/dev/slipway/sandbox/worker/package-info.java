/** The real worker with one contract played by a stand-in: Helm's installs. */
package dev.slipway.sandbox.worker;
