package eu.rempart.exchange.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands columns whose names are made of a place and a thing in any order: {@code phone_work},
 * {@code Home Zip}, {@code work email address}, {@code Office City}, {@code Home Mobile}.
 */
public final class ComposedNames {

  private static final Map<String, String> PLACES =
      words(
          "WORK = work business office job travail bureau professionnel professionnelle pro arbeit"
              + " geschaftlich geschaeftlich buro dienstlich werk kantoor zakelijk serviciu"
              + " trabajo",
          "HOME = home personal private domicile personnel personnelle perso prive privee privat"
              + " zuhause thuis acasa casa",
          "OTHER = other alternate alternative autre andere weitere overig");

  private static final Map<String, String> THINGS =
      words(
          "PHONE = phone telephone tel telefon telefoon telefono phones",
          "MOBILE = mobile cell cellphone cellular handy gsm mobil mobiel portable",
          "FAX = fax telefax",
          "PAGER = pager",
          "EMAIL = email mail courriel emails",
          "ADDRESS = address adresse anschrift adres",
          "STREET = street rue strasse straat street1 street2",
          "CITY = city town ville stadt ort plaats locality",
          "REGION = state region province county bundesland provincie",
          "POSTAL_CODE = zip postcode zipcode plz postalcode",
          "COUNTRY = country pays land");

  /** Words that say nothing more beside a thing. */
  private static final Set<String> FILLING =
      Set.of("number", "no", "nr", "num", "numero", "nummer", "line", "code", "e", "contact");

  private static final int MOST_WORDS = 5;

  private ComposedNames() {}

  /**
   * The name of the field that a column is, such as {@code PHONE_WORK} or {@code HOME_CITY}, if its
   * own name consists of a place, a thing and nothing else.
   *
   * @param key the column's name as {@link TextKey} folds it
   */
  public static Optional<String> find(String key) {
    var words = key.split(" ", -1);
    if (words.length < 2 || words.length > MOST_WORDS) {
      return Optional.empty();
    }
    String place = null;
    String thing = null;
    for (var word : words) {
      var isPlace = PLACES.get(word);
      var isThing = THINGS.get(word.equals("postal") ? "zip" : word);
      if (isPlace != null && place == null) {
        place = isPlace;
      } else if (isThing != null) {
        thing = both(thing, isThing);
        if (thing == null) {
          return Optional.empty();
        }
      } else if (!FILLING.contains(word) && !word.matches("1")) {
        return Optional.empty();
      }
    }
    var device = thing != null && Set.of("MOBILE", "FAX", "PAGER").contains(thing);
    return thing == null || (place == null && !device)
        ? Optional.empty()
        : Optional.of(field(place == null ? "" : place, thing));
  }

  /** What two words mean together; null where they don't go together. */
  private static @Nullable String both(@Nullable String before, String word) {
    if (before == null || before.equals(word)) {
      return word;
    }
    var both = Set.of(before, word);
    if (both.equals(Set.of("MOBILE", "PHONE"))) {
      return "MOBILE";
    }
    if (both.equals(Set.of("FAX", "PHONE"))) {
      return "FAX";
    }
    if (both.contains("ADDRESS")) {
      // the parts of an address may be called so: address street, email address
      return before.equals("ADDRESS") ? word : before;
    }
    return null;
  }

  private static String field(String place, String thing) {
    return switch (thing) {
      case "MOBILE", "FAX", "PAGER" -> "PHONE_" + thing;
      case "PHONE", "EMAIL" -> thing + "_" + place;
      default -> place + "_" + thing;
    };
  }

  private static Map<String, String> words(String... groups) {
    var words = new HashMap<String, String>();
    for (var group : groups) {
      var parts = group.split(" = ", 2);
      Arrays.stream(parts[1].split(" ", -1)).forEach(word -> words.put(TextKey.of(word), parts[0]));
    }
    return words;
  }
}
