/**
 * What people can ask of any run and tell it: the contract that every workflow has, and the client
 * for it that the command line and the console share.
 */
package dev.slipway.workflows.people;
