package dev.slipway.workflows.applications;

import java.time.Instant;

/**
 * A picture that somebody has, and how soon it wants another one.
 *
 * @param change the soonest for another outline
 * @param detail the soonest for the same outline with other details
 */
public record KnownPicture(String outline, String digest, Instant change, Instant detail) {}
