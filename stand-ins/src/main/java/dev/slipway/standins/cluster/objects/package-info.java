/**
 * What a Kubernetes API server does to its objects: it stores them, completes them, merges patches
 * into them, remembers who owns which field, and deletes them in order. Without any protocol.
 */
package dev.slipway.standins.cluster.objects;
