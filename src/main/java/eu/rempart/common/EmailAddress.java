package eu.rempart.common;

import eu.rempart.common.InvalidEmailAddressException.Reason;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in normalised form: trimmed, without invisible marks, NFC, lower case, an
 * internationalised domain in Unicode. Two spellings that reach the same mailbox in practice are
 * therefore equal.
 *
 * <p>Accepted is the dot-atom form of RFC 5321 with the Unicode letters of RFC 6531; quoted local
 * parts and address literals are refused, as mail forms refuse them. The domain needs a dot, except
 * {@code localhost}.
 *
 * @param value the normalised address, 3 to 254 characters
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {

  /** Most characters of an address (RFC 5321, 4.5.3.1.3, less the angle brackets). */
  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_LABEL = 63;
  private static final String LOCAL_PUNCTUATION = "!#$%&'*+/=?^_`{|}~-.";

  /**
   * Takes an address in any spelling.
   *
   * @throws InvalidEmailAddressException when it isn't one; the exception doesn't contain it
   */
  public EmailAddress {
    value = normalise(value);
    var reason = check(value);
    if (reason != null) {
      throw new InvalidEmailAddressException(reason);
    }
  }

  /**
   * Takes an address in any spelling.
   *
   * @throws InvalidEmailAddressException when it isn't one; the exception doesn't contain it
   */
  public static EmailAddress of(String text) {
    return new EmailAddress(text);
  }

  /** The address that the text is, or nothing. */
  public static Optional<EmailAddress> parse(@Nullable String text) {
    if (text == null || check(normalise(text)) != null) {
      return Optional.empty();
    }
    return Optional.of(new EmailAddress(text));
  }

  /** What stands before the at sign. */
  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  /** What stands after the at sign. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public int compareTo(EmailAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }

  private static String normalise(String text) {
    if (isPlain(text)) {
      return text;
    }
    var stripped = InvisibleMarks.strip(text).strip();
    if (stripped.length() > MAX_LENGTH) {
      return stripped;
    }
    var lower =
        (isAscii(stripped) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC))
            .toLowerCase(Locale.ROOT);
    var at = lower.lastIndexOf('@');
    return lower.indexOf("xn--", at + 1) < 0
        ? lower
        : lower.substring(0, at + 1)
            + IDN.toUnicode(lower.substring(at + 1)).toLowerCase(Locale.ROOT);
  }

  /** Whether it is as it should be already, in one look: most of those that lists open are. */
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c <= ' ' || c >= 127 || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return !text.contains("xn--");
  }

  private static @Nullable Reason check(String text) {
    if (text.isEmpty()) {
      return Reason.BLANK;
    }
    if (text.length() > MAX_LENGTH) {
      return Reason.TOO_LONG;
    }
    var at = text.lastIndexOf('@');
    for (var i = 0; i < text.length(); i++) {
      if (i != at && !allowed(text.charAt(i), i < at || at < 0)) {
        return Reason.CHARACTER;
      }
    }
    return at > 0 && localPartFits(text.substring(0, at)) && domainFits(text.substring(at + 1))
        ? null
        : Reason.SYNTAX;
  }

  private static boolean allowed(char c, boolean local) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || c == '.'
          || c == '-'
          || (local && LOCAL_PUNCTUATION.indexOf(c) >= 0);
    }
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean localPartFits(String local) {
    return local.length() <= MAX_LOCAL_PART
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..");
  }

  private static boolean domainFits(String domain) {
    if (domain.equals("localhost")) {
      return true;
    }
    var start = 0;
    for (var dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', start)) {
      if (!labelFits(domain, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return start > 0
        && labelFits(domain, start, domain.length())
        && domain.length() - start > 1
        && !isNumber(domain, start)
        && encodes(domain);
  }

  private static boolean labelFits(String domain, int start, int end) {
    return end > start
        && end - start <= MAX_LABEL
        && domain.charAt(start) != '-'
        && domain.charAt(end - 1) != '-';
  }

  private static boolean isNumber(String text, int start) {
    for (var i = start; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  // Plain loops in here: every list opens and checks fifty of these.
  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Whether an internationalised domain has an ASCII form, as mail servers need. */
  private static boolean encodes(String domain) {
    if (isAscii(domain)) {
      return true;
    }
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).length() <= MAX_LENGTH;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
