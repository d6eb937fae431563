package eu.rempart.account.password;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.mail.Outbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells members by mail that their password was changed (OWASP ASVS 5.0, 6.3.6). Where there is no
 * mail server, their other sessions say it as they end.
 */
@Component
public class PasswordChangeLetters {

  /** How a password was changed. */
  public enum Way {
    /** By its owner, who knew the former one. */
    OWN_CHANGE,
    /** With the recovery kit. */
    RECOVERY,
    /** With an invitation, after the former one was forgotten. */
    INVITATION
  }

  private final Outbox outbox;
  private final AddressPlaces places;

  PasswordChangeLetters(Outbox outbox, AddressPlaces places) {
    this.outbox = outbox;
    this.places = places;
  }

  /** The address from which it was changed, in text form. */
  public void tellFrom(String address, UUID memberId, Way way) {
    tell(places.of(address), memberId, way);
  }

  /** The country from which it was changed, in two letters. */
  public void tell(String place, UUID memberId, Way way) {
    if (outbox.enabled()) {
      outbox.put(
          memberId,
          PasswordLetter.KIND,
          Map.of(
              PasswordLetter.WAY,
              way.name(),
              PasswordLetter.PLACE,
              place,
              PasswordLetter.AT,
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
  }
}
