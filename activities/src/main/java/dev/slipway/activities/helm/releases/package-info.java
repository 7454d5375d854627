/**
 * The releases that Slipway installs itself, brought to what the packages folder says.
 *
 * <p>What a release was made from is kept in its description, in Helm's own record: it survives
 * every worker, and a release that somebody else changed since no longer carries it.
 */
package dev.slipway.activities.helm.releases;
