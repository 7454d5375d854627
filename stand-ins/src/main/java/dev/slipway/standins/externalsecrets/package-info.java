/**
 * Plays External Secrets on the stand-in cluster: stores for AWS and for another namespace,
 * passwords that it makes up, and Secrets made of both.
 */
package dev.slipway.standins.externalsecrets;
