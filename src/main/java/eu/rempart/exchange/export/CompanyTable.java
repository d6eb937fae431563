package eu.rempart.exchange.export;

import eu.rempart.common.custom.CustomField;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyRow;
import eu.rempart.exchange.format.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Companies as rows of a table: the columns that their list shows, named so that they come back,
 * and their ids last, so that they come back to the same records.
 */
record CompanyTable(Set<CompanyColumn> columns, List<CustomField> own, ExportWords words) {

  List<String> header() {
    Stream<String> shown =
        columns.stream()
            .filter(column -> column != CompanyColumn.CUSTOM)
            .map(
                column ->
                    switch (column) {
                      // "Name", "Type" and "Size" alone say nothing to other programs
                      case NAME -> "exchange.export.company.name";
                      case TYPE -> "exchange.export.company.type";
                      case SIZE -> "exchange.export.company.size";
                      default -> "company.column." + column.name().toLowerCase(Locale.ROOT);
                    });
    return Stream.concat(
            Stream.concat(shown.map(words::of), Cell.labels(own, words)),
            Stream.of(words.of("exchange.export.id")))
        .toList();
  }

  List<ColumnType> types() {
    return Stream.concat(
            columns.stream()
                .filter(column -> column != CompanyColumn.CUSTOM)
                .map(
                    column ->
                        switch (column) {
                          case REVENUE -> ColumnType.MONEY;
                          case CREATED, CHANGED -> ColumnType.MOMENT;
                          default -> ColumnType.TEXT;
                        }),
            Cell.types(own))
        .toList();
  }

  List<String> row(CompanyRow row) {
    Stream<String> shown =
        Stream.concat(
            columns.stream()
                .filter(column -> column != CompanyColumn.CUSTOM)
                .map(column -> cell(column, row)),
            own.stream()
                .map(
                    field ->
                        shown(
                            row,
                            CompanyField.CUSTOM,
                            Cell.custom(field, row.shown().custom(), words))));
    return Stream.concat(shown, Stream.of(row.id().value().toString())).toList();
  }

  private String cell(CompanyColumn column, CompanyRow row) {
    var data = row.shown();
    return switch (column) {
      case NAME -> shown(row, CompanyField.NAME, Cell.of(data.name()));
      case TYPE -> data.type() == null ? "" : words.of("company.type." + data.type().name());
      case INDUSTRY -> shown(row, CompanyField.INDUSTRY, Cell.of(data.industry()));
      case SIZE -> data.size() == null ? "" : data.size().range();
      case EMAIL -> shown(row, CompanyField.EMAILS, Cell.emails(data.emails()));
      case PHONE -> shown(row, CompanyField.PHONES, Cell.phones(data.phones()));
      case WEBSITE -> shown(row, CompanyField.WEBSITE, Cell.of(data.website()));
      case CITY -> shown(row, CompanyField.ADDRESSES, Cell.city(data.addresses()));
      case COUNTRY ->
          shown(row, CompanyField.ADDRESSES, Cell.country(data.addresses(), words.locale()));
      case REVENUE -> revenue(data);
      case LANGUAGE -> Cell.of(data.language());
      case OWNER -> words.member(data.ownerId());
      case TAGS -> words.tags(data.tags());
      case CUSTOM -> "";
      case CREATED -> Cell.moment(row.createdAt());
      case CHANGED -> Cell.moment(row.changedAt());
    };
  }

  private static String revenue(CompanyData data) {
    var revenue = data.annualRevenue();
    return revenue == null
        ? ""
        : (revenue.stripTrailingZeros().toPlainString() + " " + Cell.of(data.revenueCurrency()))
            .strip();
  }

  /** A field that does not open has its short code, as in the list. */
  private static String shown(CompanyRow row, CompanyField field, String value) {
    return row.unopenable().getOrDefault(field, value);
  }
}
