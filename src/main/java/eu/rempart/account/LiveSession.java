package eu.rempart.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its member sees it in their profile.
 *
 * @param signIn names it
 * @param memberId whose it is
 * @param device browser and system in a few words, such as {@code Firefox, Linux}; may be empty
 * @param since when it was signed in
 * @param lastUsed when its member last did something
 */
public record LiveSession(
    UUID signIn, UUID memberId, String device, Instant since, Instant lastUsed) {}
