package eu.rempart.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the mail goes.
 *
 * @param enabled whether there is a mail server
 * @param waiting how many letters wait for their first or next try
 * @param givenUp how many were given up within 30 days
 * @param fault why the latest try failed; null if it did not
 * @param reply what the server answered to it, three digits; null where it did not come to that
 * @param failedAt when that was
 */
public record MailStatus(
    boolean enabled,
    int waiting,
    int givenUp,
    @Nullable MailFault fault,
    @Nullable Integer reply,
    @Nullable Instant failedAt) {}
