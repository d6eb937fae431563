package eu.rempart.account.security;

import eu.rempart.vault.event.SecurityEvent.Place;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the security events.
 *
 * @param kind dotted, such as {@code account.signin.refused}
 * @param severity {@code INFO}, {@code NOTICE}, {@code WARNING} or {@code ALARM}
 * @param memberId whom it is about
 * @param code what somebody saw on a screen
 * @param place which field it is about
 * @param address where it came from
 * @param detail what else was noted, by name; ids, codes and counts
 */
public record SecurityNote(
    Instant at,
    String kind,
    String severity,
    @Nullable UUID memberId,
    @Nullable String code,
    @Nullable Place place,
    @Nullable String address,
    Map<String, String> detail) {

  public SecurityNote {
    detail = Map.copyOf(detail);
  }
}
