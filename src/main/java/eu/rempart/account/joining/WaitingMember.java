package eu.rempart.account.joining;

import eu.rempart.account.Role;
import eu.rempart.db.sealed.Opened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who chose a password and is not let in yet. Equal while nothing about them changes, so
 * that a screen knows when to draw them anew.
 *
 * @param words of their key, to compare; empty if it is not what was made with the invitation
 * @param roleFault the code to show where somebody else wrote the role than Rempart: nobody is let
 *     in with it
 * @param since when they chose the password
 * @param until when the invitation ends
 */
public record WaitingMember(
    UUID memberId,
    Opened<String> name,
    Role role,
    List<String> words,
    Optional<String> roleFault,
    Instant since,
    Instant until) {}
