/**
 * A stand-in for a Kubernetes API server: objects in memory behind the real protocol, with
 * server-side apply, discovery, finalizers, owner references and resource versions. Everybody may
 * do everything that is not denied. No admission, no schemas, no watches.
 */
package dev.slipway.standins.cluster;
