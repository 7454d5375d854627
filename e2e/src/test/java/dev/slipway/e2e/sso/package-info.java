/** Keycloak's configuration job against a real Keycloak, Argo CD and kube-apiserver. */
package dev.slipway.e2e.sso;
