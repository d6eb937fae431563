package eu.rempart.common;

import eu.rempart.common.InvalidEmailAddressException.Reason;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in normalised form: trimmed, NFC, lower case, an internationalised domain in
 * Unicode. Two spellings that reach the same mailbox in practice are therefore equal.
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
    var stripped = text.strip();
    if (stripped.length() > MAX_LENGTH) {
      return stripped;
    }
    var lower = Normalizer.normalize(stripped, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var at = lower.lastIndexOf('@');
    return lower.indexOf("xn--", at + 1) < 0
        ? lower
        : lower.substring(0, at + 1)
            + IDN.toUnicode(lower.substring(at + 1)).toLowerCase(Locale.ROOT);
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
    var labels = domain.split("\\.", -1);
    for (var label : labels) {
      if (label.isEmpty()
          || label.length() > MAX_LABEL
          || label.startsWith("-")
          || label.endsWith("-")) {
        return false;
      }
    }
    var last = labels[labels.length - 1];
    return labels.length > 1
        && !last.chars().allMatch(Character::isDigit)
        && last.length() > 1
        && encodes(domain);
  }

  /** Whether an internationalised domain has an ASCII form, as mail servers need. */
  private static boolean encodes(String domain) {
    if (domain.chars().allMatch(c -> c < 128)) {
      return true;
    }
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).length() <= MAX_LENGTH;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
