/** Everything that is no Temporal and no Slipway, put together for one demo. */
package dev.slipway.sandbox.world;
