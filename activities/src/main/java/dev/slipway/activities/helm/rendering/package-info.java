/** What templates become before there is a cluster secret that Argo CD could fill them from. */
package dev.slipway.activities.helm.rendering;
