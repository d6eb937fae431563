package eu.rempart.exchange.export;

import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomField;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.format.ColumnType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities as rows of a table: the columns that their list shows. */
final class ActivityTable {

  private final List<ActivityColumn> columns;
  private final List<CustomField> own;
  private final ExportWords words;

  ActivityTable(Set<ActivityColumn> columns, List<CustomField> own, ExportWords words) {
    this.columns = columns.stream().filter(column -> column != ActivityColumn.CUSTOM).toList();
    this.own = own;
    this.words = words;
  }

  List<String> header() {
    List<String> header = new ArrayList<>();
    columns.forEach(
        column ->
            header.add(words.of("activity.column." + column.name().toLowerCase(Locale.ROOT))));
    Cell.labels(own, words).forEach(header::add);
    header.add(words.of("exchange.export.id"));
    return header;
  }

  List<ColumnType> types() {
    return Stream.concat(
            columns.stream()
                .map(
                    column ->
                        switch (column) {
                          case MINUTES -> ColumnType.NUMBER;
                          case WHEN, DONE, CREATED, CHANGED -> ColumnType.MOMENT;
                          default -> ColumnType.TEXT;
                        }),
            Cell.types(own))
        .toList();
  }

  /**
   * One row.
   *
   * @param names of what activities are about
   */
  List<String> row(ActivityRow row, Map<UUID, String> names) {
    List<String> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(cell(column, row, names)));
    own.forEach(
        field ->
            cells.add(
                shown(row, ActivityField.CUSTOM, Cell.custom(field, row.shown().custom(), words))));
    cells.add(row.id().value().toString());
    return cells;
  }

  private String cell(ActivityColumn column, ActivityRow row, Map<UUID, String> names) {
    ActivityData data = row.shown();
    return switch (column) {
      case SUBJECT -> shown(row, ActivityField.SUBJECT, data.subject());
      case WHEN -> when(data.when());
      case KIND -> words.of("activity.kind." + data.kind().name());
      case LINKS -> links(row.links(), names);
      case OWNER -> words.member(data.ownerId());
      case PRIORITY -> words.of("activity.priority." + data.priority().name());
      case STATUS -> words.of("activity.status." + data.status().name());
      case MINUTES -> data.minutes() == null ? "" : data.minutes().toString();
      case PLACE -> shown(row, ActivityField.PLACE, data.place());
      case TAGS -> words.tags(data.tags());
      case CUSTOM -> "";
      case DONE -> row.doneAt() == null ? "" : Cell.moment(row.doneAt());
      case CREATED -> Cell.moment(row.createdAt());
      case CHANGED -> Cell.moment(row.changedAt());
    };
  }

  /** A moment in UTC, or a day. */
  private static String when(@Nullable When when) {
    if (when == null) {
      return "";
    }
    return when.allDay() ? when.day(ZoneOffset.UTC).toString() : Cell.moment(when.at());
  }

  private static String links(ActivityLinks links, Map<UUID, String> names) {
    return Stream.of(
            links.contacts().stream().map(ContactId::value),
            links.companies().stream().map(CompanyId::value),
            links.deals().stream().map(DealId::value))
        .flatMap(ids -> ids)
        .flatMap(id -> Stream.ofNullable(names.get(id)))
        .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
  }

  /** A field that does not open has its short code, as in the list. */
  private static String shown(ActivityRow row, ActivityField field, @Nullable String value) {
    return row.unopenable().getOrDefault(field, Cell.of(value));
  }
}
