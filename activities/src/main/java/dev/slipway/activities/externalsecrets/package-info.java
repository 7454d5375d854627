/** What External Secrets makes of the AWS secrets. */
package dev.slipway.activities.externalsecrets;
