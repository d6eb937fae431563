package eu.rempart.activity;

import java.time.Instant;

/**
 * Where an activity was taken out of a recurring one.
 *
 * @param series the recurring activity; may lie in the bin
 * @param at when that had it
 */
public record Occurrence(ActivityId series, Instant at) {}
