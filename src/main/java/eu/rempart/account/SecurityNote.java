package eu.rempart.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the security events.
 *
 * @param kind dotted, such as {@code account.signin.refused}
 * @param severity {@code INFO}, {@code NOTICE}, {@code WARNING} or {@code ALARM}
 * @param memberId whom it is about
 * @param code what somebody saw on a screen
 * @param address where it came from
 */
public record SecurityNote(
    Instant at,
    String kind,
    String severity,
    @Nullable UUID memberId,
    @Nullable String code,
    @Nullable String address) {}
