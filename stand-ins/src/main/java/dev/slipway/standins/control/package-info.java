/** How the small controllers beside the stand-in cluster run, and how they read its objects. */
package dev.slipway.standins.control;
