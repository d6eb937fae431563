package eu.rempart.account.passkey;

import eu.rempart.account.passkey.PasskeyLetter.Change;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.mail.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes to members whose passkeys have changed. */
@Component
class PasskeyNews {

  private final Outbox outbox;
  private final AddressPlaces places;

  PasskeyNews(Outbox outbox, AddressPlaces places) {
    this.outbox = outbox;
    this.places = places;
  }

  /**
   * Writes, where there is a mail server.
   *
   * @param request by which it changed
   * @param name of the passkey
   */
  void tell(HttpServletRequest request, UUID member, Change change, String name) {
    if (outbox.enabled()) {
      outbox.put(
          member,
          PasskeyLetter.KIND,
          Map.of(
              PasskeyLetter.CHANGE,
              change.name(),
              PasskeyLetter.NAME,
              name,
              PasskeyLetter.PLACE,
              places.of(ClientAddress.of(request))));
    }
  }
}
