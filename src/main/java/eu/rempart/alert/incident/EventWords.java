package eu.rempart.alert.incident;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.shell.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What security events say besides their kind, in a language: that it was a member and not which,
 * from what country, how many, in which table. Facts have the form {@code NAME=VALUE}.
 */
final class EventWords {

  private final Locale language;

  EventWords(Locale language) {
    this.language = language;
  }

  private String text(String key, Object... arguments) {
    return Texts.in(language, key, arguments);
  }

  /**
   * An event in words.
   *
   * @param facts its kind, its code or nothing, and what else is known
   */
  String of(List<String> facts) {
    List<String> words = new ArrayList<>();
    words.add(kind(facts));
    if (facts.size() > 1 && !facts.get(1).isEmpty()) {
      words.add(text("alert.security.code", facts.get(1)));
    }
    facts.stream().skip(2).map(this::fact).filter(fact -> !fact.isEmpty()).forEach(words::add);
    return String.join(" · ", words);
  }

  String kind(List<String> facts) {
    return facts.isEmpty() ? "" : text("account.event." + facts.getFirst());
  }

  private String fact(String fact) {
    int end = fact.indexOf('=');
    String value = fact.substring(end + 1);
    return switch (fact.substring(0, Math.max(0, end))) {
      case "member" -> text("alert.security.member");
      case "table" -> table(value);
      case "place" -> text("alert.security.place", country(value));
      case "earlier" -> text("account.noted.earlier", country(value));
      case "rows" -> text("account.noted.rows", number(value));
      case "count" -> text("account.noted.count", number(value));
      case "usual" -> text("account.noted.usual", number(value));
      case "within" -> text("account.noted.within", number(value));
      case "row" -> text("account.noted.row", number(value));
      default -> "";
    };
  }

  /** {@code TABLE.COLUMN}. */
  private String table(String value) {
    int dot = value.indexOf('.');
    return text("account.noted.place", value.substring(0, dot), value.substring(dot + 1));
  }

  static Object number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : 0L;
  }

  /** Countries by their codes, apart by a blank. */
  String countries(String codes) {
    List<String> names = new ArrayList<>();
    for (String code : codes.split(" ", -1)) {
      names.add(country(code));
    }
    return String.join(", ", names);
  }

  String country(String code) {
    return code.isEmpty() || code.equals(AddressPlaces.UNKNOWN)
        ? text("account.place.unknown")
        : Locale.of("", code).getDisplayCountry(language);
  }
}
