package eu.rempart.exchange.export;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.line.SoldLine;
import eu.rempart.common.number.Decimals;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.format.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as cells that an import understands again. */
final class Cell {

  /** Spreadsheets take 32,767 characters; something is left for what more there is. */
  private static final int MOST = 32_700;

  private Cell() {}

  static String of(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Several values in one cell, the primary one first. */
  static String emails(List<EmailEntry> emails) {
    return joined(emails, EmailEntry::primary, email -> email.address().value());
  }

  static String phones(List<PhoneEntry> phones) {
    return joined(phones, PhoneEntry::primary, phone -> phone.number().whole());
  }

  private static <T> String joined(
      List<T> entries, Function<T, Boolean> primary, Function<T, String> text) {
    return Stream.concat(
            entries.stream().filter(primary::apply),
            entries.stream().filter(entry -> !primary.apply(entry)))
        .map(text)
        .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
  }

  /** What own fields are called, in their order. */
  static Stream<String> labels(List<CustomField> fields, ExportWords words) {
    return fields.stream().map(field -> field.label(words.locale()));
  }

  /** What the cells of own fields are, in their order. */
  static Stream<ColumnType> types(List<CustomField> fields) {
    return fields.stream()
        .map(
            field ->
                switch (field.kind()) {
                  case NUMBER -> ColumnType.NUMBER;
                  case MONEY -> ColumnType.MONEY;
                  case DATE -> ColumnType.DAY;
                  case TEXT, LONG_TEXT, YES_NO, CHOICE, CHOICES, LINK, EMAIL, PHONE ->
                      ColumnType.TEXT;
                });
  }

  /** A value of one of the organisation's own fields; choices by what they are called. */
  static String custom(CustomField field, CustomValues values, ExportWords words) {
    String value = values.of(field.id());
    return switch (field.kind()) {
      case YES_NO ->
          value.isEmpty() ? "" : words.of(value.equals("true") ? "contact.yes" : "contact.no");
      case CHOICE, CHOICES -> {
        Set<String> codes = CustomRules.codes(value);
        yield field.choices().stream()
            .filter(choice -> codes.contains(choice.code()))
            .map(choice -> choice.label().in(words.locale()))
            .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
      }
      // three digits behind a sign are thousands to whoever reads the table
      case NUMBER -> value.matches("-?[0-9]+[.][0-9]{3}") ? value + "0" : value;
      case TEXT, LONG_TEXT, MONEY, DATE, LINK, EMAIL, PHONE -> value;
    };
  }

  /**
   * What is sold, as in {@code 12 m² × Slate @ 49.9 EUR (-10 %)}; of texts the first line. As many
   * as a cell of a spreadsheet takes, then how many more there are, as in {@code + 12}.
   */
  static String lines(List<? extends SoldLine> lines) {
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String next = (i == 0 ? "" : CsvExport.BETWEEN_VALUES) + line(lines.get(i));
      if (cell.length() + next.length() > MOST) {
        return cell.append(" + ").append(lines.size() - i).toString();
      }
      cell.append(next);
    }
    return cell.toString();
  }

  private static String line(SoldLine line) {
    return Decimals.text(line.quantity())
        + (line.unit() == null ? "" : " " + line.unit())
        + " × "
        + line.description().lines().findFirst().orElse("…")
        + " @ "
        + Decimals.text(line.unitPrice())
        + " "
        + line.currency()
        + (line.discount().signum() == 0 ? "" : " (-" + Decimals.text(line.discount()) + " %)");
  }

  static String city(List<PostalAddress> addresses) {
    return addresses.isEmpty() ? "" : addresses.getFirst().city();
  }

  static String country(List<PostalAddress> addresses, Locale locale) {
    var country = addresses.isEmpty() ? null : addresses.getFirst().country();
    return country == null ? "" : country.name(locale);
  }

  /** A moment to the second, in UTC (ISO 8601). */
  static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
