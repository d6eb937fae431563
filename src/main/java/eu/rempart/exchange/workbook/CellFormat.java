package eu.rempart.exchange.workbook;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the format of an Excel cell says of its number.
 *
 * @param currency ISO 4217; empty unless it is money of a currency that is surely known
 */
record CellFormat(Kind kind, String currency) {

  static final CellFormat NUMBER = new CellFormat(Kind.NUMBER, "");

  /** What the number is. */
  enum Kind {
    NUMBER,
    DATE,
    TIME,
    PERCENT
  }

  /** Brackets that say a currency: {@code [$€-407]}, {@code [$EUR]}. */
  private static final Pattern CURRENCY =
      Pattern.compile("\\[\\$([^\\]-]*)(?:-([0-9A-Fa-f]{1,8}))?[^\\]]*\\]");

  /** Texts, escaped signs, fillings and blanks as wide as a sign, colours, conditions. */
  private static final Pattern BESIDE =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

  private static final Pattern SIGN = Pattern.compile("\"([^\"]*)\"|(?<![\\\\_*])([€£¥$])|\\\\(.)");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("zł", "PLN"),
          Map.entry("Kč", "CZK"),
          Map.entry("Ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("RON", "RON"),
          Map.entry("Fr.", "CHF"),
          Map.entry("SFr.", "CHF"),
          Map.entry("лв.", "BGN"),
          Map.entry("₴", "UAH"),
          Map.entry("₽", "RUB"),
          Map.entry("₺", "TRY"),
          Map.entry("₹", "INR"));

  /** Dollars, crowns and yen, which are several: by the language of the format (LCID). */
  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("409", "USD"),
          Map.entry("1009", "CAD"),
          Map.entry("C0C", "CAD"),
          Map.entry("C09", "AUD"),
          Map.entry("1409", "NZD"),
          Map.entry("41D", "SEK"),
          Map.entry("414", "NOK"),
          Map.entry("406", "DKK"),
          Map.entry("40F", "ISK"),
          Map.entry("411", "JPY"),
          Map.entry("804", "CNY"));

  /** That of one of the formats that every workbook has without writing them down. */
  static CellFormat builtIn(int id) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      return new CellFormat(id == 32 || id == 33 ? Kind.TIME : Kind.DATE, "");
    }
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) {
      return new CellFormat(Kind.TIME, "");
    }
    return id == 9 || id == 10 ? new CellFormat(Kind.PERCENT, "") : NUMBER;
  }

  /** That of a format as it is written down, for numbers above zero. */
  static CellFormat of(String code) {
    if (code.length() > 512 || code.equalsIgnoreCase("General") || code.equals("Standard")) {
      return NUMBER;
    }
    var currency = currency(code);
    var bare = BESIDE.matcher(code).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
    if (bare.indexOf('%') >= 0) {
      return new CellFormat(Kind.PERCENT, "");
    }
    if (bare.indexOf('0') >= 0 || bare.indexOf('#') >= 0) {
      // seconds may have digits behind them, and nothing else that is a time
      return isTime(bare) ? new CellFormat(Kind.TIME, "") : new CellFormat(Kind.NUMBER, currency);
    }
    if (bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0) {
      return new CellFormat(Kind.DATE, "");
    }
    if (isTime(bare)) {
      return new CellFormat(Kind.TIME, "");
    }
    return bare.contains("mm") ? new CellFormat(Kind.DATE, "") : new CellFormat(Kind.NUMBER, "");
  }

  private static boolean isTime(String code) {
    return code.indexOf('h') >= 0 || code.indexOf("[m") >= 0 || code.indexOf('s') >= 0;
  }

  private static String currency(String code) {
    var bracket = CURRENCY.matcher(code);
    if (bracket.find()) {
      var language = bracket.group(2);
      return currency(
          bracket.group(1).strip(),
          language == null ? "" : language.toUpperCase(Locale.ROOT).replaceFirst("^0+", ""));
    }
    Matcher sign = SIGN.matcher(code);
    while (sign.find()) {
      var text = sign.group(1) == null ? sign.group(sign.group(2) == null ? 3 : 2) : sign.group(1);
      var found = currency(text.strip(), "");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private static String currency(String sign, String language) {
    var known = SIGNS.get(sign);
    if (known != null) {
      return known;
    }
    if (sign.equals("$") && language.isEmpty()) {
      return "USD";
    }
    if (sign.matches("[A-Z]{3}")) {
      return Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .filter(sign::equals)
          .findFirst()
          .orElse("");
    }
    return sign.equals("$") || sign.equals("¥") || sign.equals("kr")
        ? BY_LANGUAGE.getOrDefault(language, "")
        : "";
  }

  /**
   * The cell's text.
   *
   * @param since1904 whether the workbook counts days from 1904 on
   */
  String text(String value, boolean since1904) {
    return switch (kind) {
      case NUMBER -> CellTexts.money(value, currency);
      case PERCENT -> CellTexts.percent(value);
      case DATE -> CellTexts.serial(value, since1904, false);
      case TIME -> CellTexts.serial(value, since1904, true);
    };
  }
}
