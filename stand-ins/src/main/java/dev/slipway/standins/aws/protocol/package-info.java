/** Calls, answers and errors as the AWS SDK writes and reads them. */
package dev.slipway.standins.aws.protocol;
