/**
 * The manifests beside a chart, applied on the server's side as field manager {@code slipway}.
 *
 * <p>Fields are taken by force only from kubectl, so that what a script or a hand applied once is
 * brought to the approved content. An object that Argo CD tracks, or has fields of, is left to it.
 * Any other manager's fields stop the run: two tools that take from each other never end.
 */
package dev.slipway.activities.manifests;
