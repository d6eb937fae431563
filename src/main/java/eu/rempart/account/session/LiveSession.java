package eu.rempart.account.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its member sees it.
 *
 * @param signIn names it
 * @param memberId whose it is
 * @param device browser and system in a few words, such as {@code Firefox, Linux}; may be empty
 * @param place two letters of the country that its address belongs to; {@code ZZ} where unknown
 * @param since when it was signed in
 * @param lastUsed when its member last did something; a minute late for sessions of other servers
 */
public record LiveSession(
    UUID signIn, UUID memberId, String device, String place, Instant since, Instant lastUsed) {}
