/** What a cluster's controllers make in its AWS account, and what a removal can leave there. */
package dev.slipway.e2e.bed.cloud;
