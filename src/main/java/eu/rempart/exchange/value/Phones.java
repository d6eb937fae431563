package eu.rempart.exchange.value;

import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers quickly where the numbering plan is simple, else through the library. */
final class Phones {

  private static final Pattern MANGLED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");

  /** Beginnings of mobile numbers, where they are easy to tell. */
  private static final List<String> MOBILE =
      List.of(
          "+336", "+337", "+3245", "+3246", "+3247", "+3248", "+3249", "+4915", "+4916", "+4917",
          "+407", "+3526", "+316", "+4176", "+4177", "+4178", "+4179", "+4175", "+436", "+346",
          "+393", "+447");

  private Phones() {}

  /** Whether a spreadsheet made 3.36E+10 of it. */
  static boolean isMangled(String text) {
    return (text.indexOf('E') > 0 || text.indexOf('e') > 0)
        && MANGLED.matcher(text.replace(" ", "")).matches();
  }

  /** The number, as dialled in the country. */
  static PhoneNumber read(String typed, @Nullable CountryCode country) {
    var quick = quick(typed, country);
    return quick == null ? PhoneNumber.of(typed, country) : new PhoneNumber(typed, quick);
  }

  /** Mobile where the number says so, else the kind that is usual for this row. */
  static PhoneKind kind(PhoneNumber number, PhoneKind usual) {
    var e164 = number.e164();
    if (e164 != null) {
      for (var prefix : MOBILE) {
        if (e164.startsWith(prefix)) {
          return PhoneKind.MOBILE;
        }
      }
    }
    return usual;
  }

  /**
   * France and Romania have nine digits behind the zero, always: half of the rows need no library,
   * which costs more than the rest of a row.
   */
  private static @Nullable String quick(String typed, @Nullable CountryCode country) {
    var digits = new char[16];
    var n = 0;
    for (var i = 0; i < typed.length(); i++) {
      var c = typed.charAt(i);
      if ((c >= '0' && c <= '9') || (c == '+' && n == 0)) {
        if (n == digits.length) {
          return null;
        }
        digits[n++] = c;
      } else if (c != ' ' && c != '.' && c != '-' && c != '\u00a0') {
        return null;
      }
    }
    var number = new String(digits, 0, n);
    if (n == 12 && (number.startsWith("+33") || number.startsWith("+40"))) {
      return number.charAt(3) == '0' ? null : number;
    }
    if (n == 10 && country != null && number.charAt(0) == '0' && number.charAt(1) != '0') {
      return switch (country.value()) {
        case "FR" -> number.startsWith("08") ? null : "+33" + number.substring(1);
        case "RO" -> number.charAt(1) == '7' ? "+40" + number.substring(1) : null;
        default -> null;
      };
    }
    return null;
  }
}
