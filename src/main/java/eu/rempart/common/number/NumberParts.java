package eu.rempart.common.number;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into the digits and what stands around them.
 *
 * @param before what stands before the digits, without signs and blanks
 * @param digits digits, with points, commas, blanks and apostrophes between them
 * @param behind what stands behind them
 */
record NumberParts(String before, String digits, String behind, boolean negative, boolean percent) {

  /** What may name a currency, or a thousand. */
  private static final String NAME = "[\\p{L}\\p{Sc}]{1,6}";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?<first>[-+])? ?(?:(?<before>"
              + NAME
              + ")(?:\\. | )?)?(?<second>[-+])? ?(?<digits>[.,]?\\d(?:[\\d.,' ]*\\d)?[.,]?)"
              + "(?<dash>-{1,2})? ?(?:(?<percent>%)|(?<behind>"
              + NAME
              + "\\.?(?: ?"
              + NAME
              + "\\.?)?))?");

  /** Cuts a text without blanks around it; empty where it is cut like no number. */
  static Optional<NumberParts> of(String text) {
    boolean brackets = text.startsWith("(") && text.endsWith(")");
    Matcher m = PARTS.matcher(brackets ? text.substring(1, text.length() - 1).strip() : text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String first = m.group("first");
    String second = m.group("second");
    String sign = first == null ? second : first;
    String digits = m.group("digits");
    // two signs, or brackets around one; and 1.200,- has its dash behind a sign only
    boolean doubled = (first != null && second != null) || (brackets && sign != null);
    boolean loose = m.group("dash") != null && !digits.endsWith(",") && !digits.endsWith(".");
    // Fr.50 may be fifty or a half
    boolean glued = m.group("before") != null && ",.".indexOf(digits.charAt(0)) >= 0;
    return doubled || loose || glued
        ? Optional.empty()
        : Optional.of(
            new NumberParts(
                text(m.group("before")),
                digits,
                text(m.group("behind")),
                brackets || "-".equals(sign),
                m.group("percent") != null));
  }

  private static String text(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }
}
