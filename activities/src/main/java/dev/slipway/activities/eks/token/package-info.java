/** What the API server of an EKS cluster takes for an identity, signed here and renewed in time. */
package dev.slipway.activities.eks.token;
