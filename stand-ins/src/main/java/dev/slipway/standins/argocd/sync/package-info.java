/** One operation: the manifests of an Application put into the cluster, in phases and waves. */
package dev.slipway.standins.argocd.sync;
