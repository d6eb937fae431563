package eu.rempart.account.place;

import java.time.Instant;

/**
 * A country from which a member signed in for the first time.
 *
 * @param place two letters; {@code ZZ} where it is not known
 * @param device browser and system in words; may be empty
 */
public record NewPlace(String place, String device, Instant at) {}
