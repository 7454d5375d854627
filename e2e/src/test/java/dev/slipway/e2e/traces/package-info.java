/** What a run leaves behind: its history, objects, releases, AWS secrets; and secrets in none. */
package dev.slipway.e2e.traces;
