/** Small controllers that play what runs in a cluster, on the stand-in's objects. */
package dev.slipway.sandbox.controllers;
