/**
 * Helm, as a native library in a child JVM: a call of it can be neither cancelled nor stopped from
 * inside its own process, and it takes over that process's signals.
 *
 * <p>The child reaches nothing but the API server of the kubeconfig that it is given: charts are
 * fetched before, so it gets no proxy settings, and nothing else of the worker's environment.
 */
package dev.slipway.activities.helm;
