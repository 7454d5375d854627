/** How an EKS cluster is reached: where it is, and a token that is renewed before it ends. */
package dev.slipway.activities.eks;
