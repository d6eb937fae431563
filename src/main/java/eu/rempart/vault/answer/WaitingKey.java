package eu.rempart.vault.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who waits to be let in, as administrators see it.
 *
 * @param words of the key that they chose, to compare; empty if it is not what the code made
 * @param since when they chose the password
 * @param until when the invitation ends
 */
public record WaitingKey(UUID memberId, List<String> words, Instant since, Instant until) {}
