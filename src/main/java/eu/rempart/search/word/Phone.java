package eu.rempart.search.word;

import java.util.List;
import java.util.stream.Stream;

/**
 * The forms in which a phone number is found: all its digits, and the digits as dialled inside the
 * country, with a leading zero. The length of the country code comes from the ITU numbering plan
 * (E.164).
 *
 * @param digits of the whole number, country code first where it is known
 * @param national with a leading zero; empty when the number does not begin with {@code +}
 */
public record Phone(String digits, String national) {

  private static final String TWO_DIGIT_CODES =
      " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58"
          + " 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

  /** Fewest digits of a whole number without its country, and of one that must have it. */
  private static final int WHOLE = 8;

  private static final int WITH_COUNTRY = 11;

  /** A number in any notation. */
  public static Phone of(String number) {
    String folded = Folding.fold(number.strip());
    String digits = digitsOf(folded);
    boolean international = folded.startsWith("+") || digits.startsWith("00");
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
    }
    int code = codeLength(digits);
    if (!international || digits.length() <= code + 3) {
      return new Phone(digits, "");
    }
    String rest = digits.substring(code);
    return new Phone(digits, rest.startsWith("0") ? rest : "0" + rest);
  }

  /**
   * The digits of what somebody typed, without the optional zero of {@code +33 (0)6…} and without a
   * leading 00.
   */
  static String fragment(String typed) {
    String digits = digitsOf(typed);
    return digits.startsWith("00") && digits.length() > 2 ? digits.substring(2) : digits;
  }

  /**
   * The digits of what somebody typed, and how a number that says its country may have been kept
   * else: with the zero of {@code +49 0151…}, or as dialled inside the country where nobody knew
   * which one that was. A beginning of a number has no other spellings: too many would be found.
   */
  static List<String> spellings(String typed) {
    String digits = fragment(typed);
    boolean said = typed.strip().startsWith("+") || digitsOf(typed).startsWith("00");
    if (!said && (digits.length() < WITH_COUNTRY || digits.startsWith("0"))) {
      return List.of(digits);
    }
    int code = Math.min(codeLength(digits), digits.length());
    String rest = digits.substring(code);
    String bare = rest.startsWith("0") ? rest.substring(1) : rest;
    return bare.length() < WHOLE
        ? List.of(digits)
        : Stream.of(digits, digits.substring(0, code) + bare, "0" + bare).distinct().toList();
  }

  private static String digitsOf(String text) {
    String plain = text.indexOf('(') < 0 ? text : text.replace("(0)", "");
    StringBuilder digits = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private static int codeLength(String digits) {
    if (digits.isEmpty() || digits.charAt(0) == '1' || digits.charAt(0) == '7') {
      return 1;
    }
    boolean two =
        digits.length() >= 2 && TWO_DIGIT_CODES.contains(" " + digits.substring(0, 2) + " ");
    return two ? 2 : 3;
  }

  @Override
  public String toString() {
    return "Phone";
  }
}
