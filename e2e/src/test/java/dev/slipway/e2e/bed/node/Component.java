package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.process.Launch;

/**
 * A real process that stands behind a pod: it runs while a pod with this app.kubernetes.io/name
 * runs in this namespace, with that pod's service account.
 */
record Component(String name, String namespace, Launch launch) {}
