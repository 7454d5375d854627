/** What a person sees of the demo, and is asked. */
package dev.slipway.sandbox.screen;
