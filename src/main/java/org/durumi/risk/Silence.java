package org.durumi.risk;

import java.time.Instant;

/**
 * Nobody has heard of somebody who was to be heard of.
 *
 * @param misses how many check-ins in a row were missed; at least one
 * @param since when the first of them was due
 */
public record Silence(int misses, Instant since) {}
