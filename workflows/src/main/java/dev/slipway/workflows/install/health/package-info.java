/** The last long wait of the install: until every application is up. */
package dev.slipway.workflows.install.health;
