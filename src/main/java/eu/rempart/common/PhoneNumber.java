package eu.rempart.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number as somebody typed it, and its international form where it is understood. What was
 * typed is never lost: an internal extension, or a note behind the number, stays.
 *
 * @param typed as typed, stripped, without invisible marks, 1 to 100 characters
 * @param e164 E.164 such as {@code +33612345678}, or null when the text isn't understood; without
 *     an extension
 */
public record PhoneNumber(String typed, @Nullable String e164) {

  /** Most characters of what is typed. */
  public static final int MAX_LENGTH = 100;

  private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{3,20}");

  /**
   * Takes both forms, as they were stored.
   *
   * @throws InvalidPhoneNumberException when nothing was typed or too much, or e164 isn't E.164
   */
  public PhoneNumber {
    typed = InvisibleMarks.strip(typed).strip();
    if (typed.isEmpty() || typed.length() > MAX_LENGTH) {
      throw new InvalidPhoneNumberException("phone number has not 1 to 100 characters");
    }
    if (e164 != null && !isE164(e164)) {
      throw new InvalidPhoneNumberException("international form isn't E.164");
    }
  }

  /**
   * Reads a number as it is dialled in a country. Costs a few microseconds; the first number of a
   * country loads its numbering plan.
   *
   * @param home where numbers without a country's prefix belong; null when unknown
   * @throws InvalidPhoneNumberException when the text has not 1 to 100 characters
   */
  public static PhoneNumber of(String text, @Nullable CountryCode home) {
    return new PhoneNumber(text, internationalForm(text, home));
  }

  /** The number that the text is, or nothing when it has not 1 to 100 characters. */
  public static Optional<PhoneNumber> parse(@Nullable String text, @Nullable CountryCode home) {
    if (text == null || text.isBlank() || text.strip().length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return InvisibleMarks.strip(text).isBlank() ? Optional.empty() : Optional.of(of(text, home));
  }

  /** Whether the international form is known. */
  public boolean understood() {
    return e164 != null;
  }

  /** What to dial and to compare by: the international form, else what was typed. */
  public String dialled() {
    return e164 == null ? typed : e164;
  }

  /**
   * What a phone dials for it: the international form, else the digits as they were typed, which
   * ring where the number is at home. Empty where what was typed is no number alone.
   */
  public Optional<String> tel() {
    if (e164 != null) {
      return Optional.of(e164);
    }
    var digits = typed.replaceAll("[\\s\\u00a0./()\\u2010-\\u2015-]", "");
    return DIALLED.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  /** What to dial with the extension behind it, so that reading it gives the same number. */
  public String whole() {
    var extension = extension();
    return extension.isEmpty() ? dialled() : dialled() + " ext. " + extension;
  }

  /** The internal number behind a number that is understood; empty where there is none. */
  private String extension() {
    if (e164 == null || typed.chars().noneMatch(PhoneNumber::mayBeginExtension)) {
      return "";
    }
    try {
      var phones = PhoneNumberUtil.getInstance();
      var region = phones.getRegionCodeForNumber(phones.parse(e164, null));
      return phones.parse(typed, region).getExtension();
    } catch (NumberParseException _) {
      return "";
    }
  }

  private static boolean mayBeginExtension(int c) {
    return Character.isLetter(c) || c == '#' || c == ';' || c == ',' || c == '~';
  }

  /**
   * As people write it, {@code +33 6 12 34 56 78 ext. 9}; what was typed when it isn't understood.
   */
  public String pretty() {
    if (e164 == null) {
      return typed;
    }
    try {
      var phones = PhoneNumberUtil.getInstance();
      var extension = extension();
      return phones.format(phones.parse(e164, null), PhoneNumberFormat.INTERNATIONAL)
          + (extension.isEmpty() ? "" : " ext. " + extension);
    } catch (NumberParseException _) {
      return typed;
    }
  }

  /** What rings there, where its numbering plan tells: a landline is taken for the work's. */
  public Optional<PhoneKind> likelyKind() {
    if (e164 == null) {
      return Optional.empty();
    }
    try {
      var phones = PhoneNumberUtil.getInstance();
      return switch (phones.getNumberType(phones.parse(e164, null))) {
        case MOBILE -> Optional.of(PhoneKind.MOBILE);
        case FIXED_LINE, TOLL_FREE, SHARED_COST, UAN, VOIP -> Optional.of(PhoneKind.WORK);
        case PAGER -> Optional.of(PhoneKind.PAGER);
        default -> Optional.empty();
      };
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PhoneNumber[hidden, understood=" + understood() + "]";
  }

  private static @Nullable String internationalForm(String text, @Nullable CountryCode home) {
    var stripped = InvisibleMarks.strip(text).strip();
    if (stripped.length() > MAX_LENGTH || isMangled(stripped)) {
      return null;
    }
    var phones = PhoneNumberUtil.getInstance();
    try {
      var number = new Phonenumber.PhoneNumber();
      phones.parse(stripped, home == null ? null : home.value(), number);
      // Exactly possible: a number without its area code can't be dialled from elsewhere.
      if (phones.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        return null;
      }
      var international = phones.format(number, PhoneNumberFormat.E164);
      // The numbering plan of Germany counts up to 15 digits without the 49, E.164 with it.
      return isE164(international) ? international : null;
    } catch (NumberParseException _) {
      return null;
    }
  }

  /** A spreadsheet's 3.36E+10: its digits are gone, so no number may be made of it. */
  private static boolean isMangled(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    var e = upper.indexOf("E+");
    return e > 0 && Character.isDigit(upper.charAt(e - 1));
  }

  private static boolean isE164(String text) {
    if (text.length() < 4 || text.length() > 16 || text.charAt(0) != '+') {
      return false;
    }
    for (var i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
