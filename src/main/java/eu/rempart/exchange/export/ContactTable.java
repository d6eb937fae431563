package eu.rempart.exchange.export;

import eu.rempart.common.custom.CustomField;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactRow;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.format.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * People as rows of a table: the columns that their list shows, named so that they come back, and
 * their ids last, so that they come back to the same records.
 */
record ContactTable(Set<ContactColumn> columns, List<CustomField> own, ExportWords words) {

  List<String> header() {
    List<String> header = new ArrayList<>();
    for (ContactColumn column : columns) {
      if (column == ContactColumn.NAME) {
        header.add(words.of(Field.FIRST_NAME.key()));
        header.add(words.of(Field.LAST_NAME.key()));
      } else if (column != ContactColumn.CUSTOM) {
        header.add(words.of("contact.column." + column.name().toLowerCase(Locale.ROOT)));
      }
    }
    Cell.labels(own, words).forEach(header::add);
    header.add(words.of("exchange.export.id"));
    return header;
  }

  List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>();
    for (ContactColumn column : columns) {
      switch (column) {
        case NAME -> types.addAll(List.of(ColumnType.TEXT, ColumnType.TEXT));
        case BIRTHDAY -> types.add(ColumnType.DAY);
        case CREATED, CHANGED -> types.add(ColumnType.MOMENT);
        case CUSTOM -> {
          // own fields come last
        }
        default -> types.add(ColumnType.TEXT);
      }
    }
    Cell.types(own).forEach(types::add);
    return types;
  }

  List<String> row(ContactRow row) {
    List<String> cells = new ArrayList<>();
    for (ContactColumn column : columns) {
      if (column == ContactColumn.NAME) {
        cells.add(shown(row, ContactField.FIRST_NAME, Cell.of(row.shown().firstName())));
        cells.add(shown(row, ContactField.LAST_NAME, Cell.of(row.shown().lastName())));
      } else if (column != ContactColumn.CUSTOM) {
        cells.add(cell(column, row));
      }
    }
    own.forEach(
        field ->
            cells.add(
                shown(row, ContactField.CUSTOM, Cell.custom(field, row.shown().custom(), words))));
    cells.add(row.id().value().toString());
    return cells;
  }

  private String cell(ContactColumn column, ContactRow row) {
    var data = row.shown();
    var employer = row.company();
    return switch (column) {
      case NAME -> data.displayName();
      case COMPANY -> employer == null ? "" : employer.name();
      case JOB_TITLE -> employer == null ? "" : Cell.of(employer.jobTitle());
      case EMAIL -> shown(row, ContactField.EMAILS, Cell.emails(data.emails()));
      case PHONE -> shown(row, ContactField.PHONES, Cell.phones(data.phones()));
      case CITY -> shown(row, ContactField.ADDRESSES, Cell.city(data.addresses()));
      case COUNTRY ->
          shown(row, ContactField.ADDRESSES, Cell.country(data.addresses(), words.locale()));
      case LANGUAGE -> Cell.of(data.language());
      case BIRTHDAY ->
          shown(row, ContactField.BIRTHDAY, data.birthday() == null ? "" : data.birthday().iso());
      case LAWFUL_BASIS ->
          data.lawfulBasis() == null ? "" : words.of("contact.basis." + data.lawfulBasis().name());
      case DO_NOT_CALL -> words.of(data.doNotCall() ? "contact.yes" : "contact.no");
      case OWNER -> words.member(data.ownerId());
      case TAGS -> words.tags(data.tags());
      case CUSTOM -> "";
      case CREATED -> Cell.moment(row.createdAt());
      case CHANGED -> Cell.moment(row.changedAt());
    };
  }

  /** A field that does not open has its short code, as in the list. */
  private static String shown(ContactRow row, ContactField field, String value) {
    return row.unopenable().getOrDefault(field, value);
  }
}
