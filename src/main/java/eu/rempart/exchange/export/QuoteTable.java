package eu.rempart.exchange.export;

import eu.rempart.common.custom.CustomField;
import eu.rempart.exchange.format.ColumnType;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotes as rows of a table: the columns that their list shows. */
final class QuoteTable {

  private final List<QuoteColumn> columns;
  private final List<CustomField> own;
  private final ExportWords words;
  private final LocalDate today;

  /**
   * A table of these columns.
   *
   * @param today where whoever takes it out is: quotes expire by the day
   */
  QuoteTable(Set<QuoteColumn> columns, List<CustomField> own, ExportWords words, LocalDate today) {
    this.columns = columns.stream().filter(column -> column != QuoteColumn.CUSTOM).toList();
    this.own = own;
    this.words = words;
    this.today = today;
  }

  List<String> header() {
    return Stream.concat(
            columns.stream()
                .map(column -> words.of("quote.column." + column.name().toLowerCase(Locale.ROOT))),
            Cell.labels(own, words))
        .toList();
  }

  List<ColumnType> types() {
    return Stream.concat(
            columns.stream()
                .map(
                    column ->
                        switch (column) {
                          case NET, TOTAL -> ColumnType.MONEY;
                          case ISSUED, VALID_UNTIL -> ColumnType.DAY;
                          case CHANGED -> ColumnType.MOMENT;
                          default -> ColumnType.TEXT;
                        }),
            Cell.types(own))
        .toList();
  }

  List<String> row(QuoteRow row) {
    return Stream.concat(
            columns.stream().map(column -> cell(column, row)),
            own.stream()
                .map(
                    field ->
                        shown(row, QuoteField.CUSTOM, Cell.custom(field, row.custom(), words))))
        .toList();
  }

  private String cell(QuoteColumn column, QuoteRow row) {
    return switch (column) {
      case TITLE -> shown(row, QuoteField.TITLE, row.title());
      case NUMBER -> Cell.of(row.number());
      case CUSTOMER -> shown(row, QuoteField.CUSTOMER_NAME, row.customer());
      case STATE -> words.of("quote.state." + row.state(today).name());
      case NET -> money(row.net(), row);
      case TOTAL -> money(row.total(), row);
      case ISSUED -> day(row.issuedOn());
      case VALID_UNTIL -> day(row.validUntil());
      case TAGS -> words.tags(row.tags());
      case CUSTOM -> "";
      case OWNER -> words.member(row.ownerId());
      case CHANGED -> Cell.moment(row.changedAt());
    };
  }

  /** Empty where it may not be seen. */
  private static String money(@Nullable BigDecimal amount, QuoteRow row) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " " + row.currency();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** A field that does not open has its short code, as in the list. */
  private static String shown(QuoteRow row, QuoteField field, @Nullable String value) {
    return row.unopenable().getOrDefault(field, Cell.of(value));
  }
}
