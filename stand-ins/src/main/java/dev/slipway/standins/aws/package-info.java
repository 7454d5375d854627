/** A stand-in for the AWS services that Slipway calls, over HTTP, for the real AWS SDK. */
package dev.slipway.standins.aws;
