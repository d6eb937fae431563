package eu.rempart.account.security;

import java.time.Instant;

/**
 * How old what opens everything is.
 *
 * @param organisation when the organisation's key was made
 * @param kit when the recovery kit was that opens it now
 */
public record VaultKeys(Instant organisation, Instant kit) {}
