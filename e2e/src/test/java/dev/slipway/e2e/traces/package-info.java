/**
 * What a run leaves behind: its history, objects, releases and AWS secrets, and nowhere a key in
 * plain sight.
 */
package dev.slipway.e2e.traces;
