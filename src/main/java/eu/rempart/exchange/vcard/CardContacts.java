package eu.rempart.exchange.vcard;

import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneKind;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.ReachDraft;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.exchange.value.Words;
import ezvcard.VCard;
import ezvcard.property.Address;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads e-mails, phones and addresses of a card, with types, preferences and Apple's labels. */
final class CardContacts {

  private final ReachDraft draft;
  private final Map<String, String> labels;

  private CardContacts(VCard card, ReachDraft draft) {
    this.draft = draft;
    this.labels = CardRest.labels(card);
  }

  static void read(VCard card, ReachDraft draft) {
    var contacts = new CardContacts(card, draft);
    var firstEmail = preferred(card.getEmails());
    card.getEmails()
        .forEach(
            e -> {
              var place = new Place(-1, "EMAIL");
              var text = CardReader.text(e.getValue());
              draft.email(text, contacts.emailKind(e), e.equals(firstEmail), place);
              contacts.keepLabel(
                  e, text, Words.emailKind(contacts.label(e)).filter(EmailKind.OTHER::equals));
            });
    var firstPhone = preferred(card.getTelephoneNumbers());
    card.getTelephoneNumbers().forEach(t -> contacts.phone(t, t.equals(firstPhone)));
    card.getAddresses().forEach(contacts::address);
  }

  private void phone(Telephone phone, boolean primary) {
    var uri = phone.getUri();
    var extension = uri == null || uri.getExtension() == null ? "" : " ext. " + uri.getExtension();
    var text = uri == null ? CardReader.text(phone.getText()) : uri.getNumber() + extension;
    draft.phone(text, phoneKind(phone), primary, new Place(-1, "TEL"));
    keepLabel(phone, text, Words.phoneKind(label(phone)).filter(PhoneKind.OTHER::equals));
  }

  private void address(Address address) {
    var types = types(address);
    var kind = place(types);
    var place = new Place(-1, "ADR");
    var filled = draft.address().kind(kind == null ? labelled(address) : kind);
    address.getStreetAddresses().forEach(filled::line);
    address.getExtendedAddresses().forEach(filled::line);
    address.getPoBoxes().forEach(filled::line);
    filled.city(CardReader.text(address.getLocality()));
    filled.region(CardReader.text(address.getRegion()));
    filled.postalCode(CardReader.text(address.getPostalCode()));
    filled.country(CardReader.text(address.getCountry()), place);
    filled.whole(CardReader.text(address.getLabel()));
  }

  /** A label that says more than any kind here, such as {@code Assistant}, stays with its value. */
  private void keepLabel(VCardProperty property, String text, Optional<?> other) {
    var label = label(property);
    if (other.isPresent() && !TextKey.of(label).equals("other") && !text.isBlank()) {
      draft.keep(new Place(-1, label), text);
    }
  }

  private @Nullable AddressKind labelled(VCardProperty property) {
    return Words.addressKind(label(property)).orElse(null);
  }

  private static @Nullable AddressKind place(Set<String> types) {
    return types.contains("work")
        ? AddressKind.WORK
        : types.contains("home") ? AddressKind.HOME : isElsewhere(types) ? AddressKind.OTHER : null;
  }

  private @Nullable EmailKind emailKind(VCardProperty email) {
    var types = types(email);
    if (types.contains("work")) {
      return EmailKind.WORK;
    }
    if (types.contains("home")) {
      return EmailKind.HOME;
    }
    return isElsewhere(types) ? EmailKind.OTHER : Words.emailKind(label(email)).orElse(null);
  }

  private @Nullable PhoneKind phoneKind(VCardProperty phone) {
    var types = types(phone);
    // Roundcube and others write homefax, workfax in one word
    if (types.stream().anyMatch(type -> type.endsWith("fax"))) {
      return PhoneKind.FAX;
    }
    if (types.contains("pager")) {
      return PhoneKind.PAGER;
    }
    if (types.contains("cell") || types.contains("mobile") || types.contains("car")) {
      return PhoneKind.MOBILE;
    }
    if (types.contains("work")) {
      return PhoneKind.WORK;
    }
    if (types.contains("home")) {
      return PhoneKind.HOME;
    }
    return isElsewhere(types) ? PhoneKind.OTHER : Words.phoneKind(label(phone)).orElse(null);
  }

  /** Neither at work nor at home, and the card says so. */
  private static boolean isElsewhere(Set<String> types) {
    return types.contains("other") || types.contains("school");
  }

  private String label(VCardProperty property) {
    var group = property.getGroup();
    return group == null ? "" : labels.getOrDefault(group.toLowerCase(Locale.ROOT), "");
  }

  /** The types in lower case; some programs write several into one parameter. */
  private static Set<String> types(VCardProperty property) {
    var types = new TreeSet<String>();
    for (var value : property.getParameters().get("TYPE")) {
      for (var type : value.split(",", -1)) {
        types.add(type.strip().toLowerCase(Locale.ROOT));
      }
    }
    return types;
  }

  /** The one with the best preference (4.0) or marked as preferred (2.1, 3.0). */
  private static <T extends VCardProperty> @Nullable T preferred(List<T> properties) {
    T best = null;
    var bestRank = Integer.MAX_VALUE;
    for (var property : properties) {
      var rank = rank(property);
      if (rank < bestRank) {
        best = property;
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(VCardProperty property) {
    if (types(property).contains("pref")) {
      return 1;
    }
    var preference = property.getParameter("PREF");
    try {
      return preference == null ? Integer.MAX_VALUE : Integer.parseInt(preference);
    } catch (NumberFormatException _) {
      return Integer.MAX_VALUE;
    }
  }
}
