package eu.rempart.common.custom;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.number.Decimals;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value must be like to be kept in a field of its kind. */
public final class CustomRules {

  public static final int MAX_TEXT = 255;
  public static final int MAX_LONG_TEXT = 20_000;
  public static final int MAX_LINK = 2_000;

  /** Most digits of a number behind the point; the index keeps as many. */
  public static final int SCALE = 4;

  private static final BigDecimal MAX_NUMBER = BigDecimal.TEN.pow(14);
  private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(16);

  private CustomRules() {}

  /** Whether this value, which is not empty, is as the field's kind keeps it. */
  public static boolean fits(CustomField field, String value) {
    return canonical(field, value).filter(value::equals).isPresent();
  }

  /**
   * A value in the form in which it is kept; empty where it is none. Numbers have a point, dates
   * are ISO 8601, choices are codes.
   */
  public static Optional<String> canonical(CustomField field, String value) {
    return switch (field.kind()) {
      case TEXT -> text(value.replaceAll("\\s+", " "), MAX_TEXT);
      case LONG_TEXT -> text(value, MAX_LONG_TEXT);
      case NUMBER -> decimal(value).flatMap(CustomRules::number);
      case MONEY -> money(value);
      case DATE -> date(value);
      case YES_NO -> Optional.of(value).filter(Set.of("true", "false")::contains);
      case CHOICE -> Optional.of(value).filter(code -> field.choice(code).isPresent());
      case CHOICES -> choices(field, value);
      case LINK -> link(value);
      case EMAIL -> EmailAddress.parse(value).map(EmailAddress::value);
      case PHONE -> PhoneNumber.parse(value, null).map(PhoneNumber::dialled);
    };
  }

  private static Optional<String> text(String value, int max) {
    return Optional.of(InvisibleMarks.strip(value).strip())
        .filter(text -> !text.isEmpty() && text.length() <= max);
  }

  /** A number in the form in which it is kept; empty where it is too long. */
  public static Optional<String> number(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.abs().compareTo(MAX_NUMBER) < 0 && bare.scale() <= SCALE
        ? Optional.of(bare.toPlainString())
        : Optional.empty();
  }

  /** An amount in the form in which it is kept, rounded to hundredths. */
  public static Optional<String> money(BigDecimal amount, String currency) {
    return amount.abs().compareTo(MAX_AMOUNT) < 0 && currency.matches("[A-Z]{3}")
        ? Optional.of(Decimals.rounded(amount, 2).toPlainString() + " " + currency)
        : Optional.empty();
  }

  private static Optional<String> money(String value) {
    int space = value.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : decimal(value.substring(0, space))
            .flatMap(amount -> money(amount, value.substring(space + 1)));
  }

  /** The amount of a kept sum of money, or a kept number. */
  public static Optional<BigDecimal> decimal(String value) {
    int space = value.indexOf(' ');
    String digits = space < 0 ? value : value.substring(0, space);
    // exponents would make a number of a million digits of a few characters
    return digits.matches("-?[0-9]{1,30}([.][0-9]{1,30})?")
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  private static Optional<String> date(String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      return day.getYear() >= 1 && day.getYear() <= 9999
          ? Optional.of(day.toString())
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The codes of a kept value of many choices. */
  public static Set<String> codes(String value) {
    return Stream.of(value.split(",", -1))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<String> choices(CustomField field, String value) {
    String[] codes = codes(value).stream().sorted().toArray(String[]::new);
    return codes.length > 0 && Arrays.stream(codes).allMatch(code -> field.choice(code).isPresent())
        ? Optional.of(String.join(",", codes))
        : Optional.empty();
  }

  /** Pages only: what is typed here becomes a link that somebody presses. */
  private static Optional<String> link(String value) {
    String text = InvisibleMarks.strip(value).strip();
    String address = text.contains("://") ? text : "https://" + text;
    if (text.isEmpty() || address.length() > MAX_LINK || text.chars().anyMatch(c -> c <= ' ')) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      return uri.getHost() != null
              && uri.getUserInfo() == null
              && (scheme.equals("https") || scheme.equals("http"))
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
