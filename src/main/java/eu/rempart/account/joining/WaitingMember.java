package eu.rempart.account.joining;

import eu.rempart.account.Member;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who chose a password and is not let in yet.
 *
 * @param words of their key, to compare; empty if it is not what was made with the invitation
 * @param since when they chose the password
 * @param until when the invitation ends
 */
public record WaitingMember(Member member, List<String> words, Instant since, Instant until) {}
