package eu.rempart.account.place;

import java.time.Instant;

/**
 * A country from which a member signed in.
 *
 * @param place two letters
 * @param at when they last did
 */
public record SeenPlace(String place, Instant at) {}
