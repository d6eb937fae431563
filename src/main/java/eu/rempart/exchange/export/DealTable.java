package eu.rempart.exchange.export;

import eu.rempart.common.custom.CustomField;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.format.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Deals as rows of a table: the columns that their list shows. */
final class DealTable {

  private final Set<DealColumn> columns;
  private final List<CustomField> own;
  private final ExportWords words;
  private final Map<StageId, Stage> stages = new HashMap<>();
  private final Map<StageId, String> pipelines = new HashMap<>();

  DealTable(
      Set<DealColumn> columns, List<CustomField> own, List<Pipeline> pipelines, ExportWords words) {
    this.own = own;
    this.columns = columns;
    this.words = words;
    for (Pipeline pipeline : pipelines) {
      for (Stage stage : pipeline.stages()) {
        stages.put(stage.kept(), stage);
        this.pipelines.put(stage.kept(), pipeline.name());
      }
    }
  }

  List<String> header() {
    List<String> header = new ArrayList<>();
    for (DealColumn column : columns) {
      if (column == DealColumn.STAGE) {
        header.add(words.of("deal.pipeline")); // stages of two pipelines may be called the same
      }
      if (column != DealColumn.CUSTOM) {
        header.add(
            words.of(
                // "Name" alone says nothing to other programs
                column == DealColumn.NAME
                    ? "exchange.export.deal.name"
                    : "deal.column." + column.name().toLowerCase(Locale.ROOT)));
      }
    }
    Cell.labels(own, words).forEach(header::add);
    header.add(words.of("exchange.export.id"));
    return header;
  }

  List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>();
    for (DealColumn column : columns) {
      switch (column) {
        case STAGE -> types.addAll(List.of(ColumnType.TEXT, ColumnType.TEXT));
        case AMOUNT -> types.add(ColumnType.MONEY);
        case PROBABILITY -> types.add(ColumnType.NUMBER);
        case EXPECTED_CLOSE -> types.add(ColumnType.DAY);
        case SINCE, CLOSED, CREATED, CHANGED -> types.add(ColumnType.MOMENT);
        case CUSTOM -> {
          // own fields come last
        }
        default -> types.add(ColumnType.TEXT);
      }
    }
    Cell.types(own).forEach(types::add);
    return types;
  }

  List<String> row(DealRow row) {
    List<String> cells = new ArrayList<>();
    for (DealColumn column : columns) {
      if (column == DealColumn.STAGE) {
        StageId stage = row.shown().stageId();
        cells.add(stage == null ? "" : pipelines.getOrDefault(stage, ""));
      }
      if (column != DealColumn.CUSTOM) {
        cells.add(cell(column, row));
      }
    }
    own.forEach(
        field ->
            cells.add(
                shown(row, DealField.CUSTOM, Cell.custom(field, row.shown().custom(), words))));
    cells.add(row.id().value().toString());
    return cells;
  }

  private String cell(DealColumn column, DealRow row) {
    var data = row.shown();
    Stage stage = data.stageId() == null ? null : stages.get(data.stageId());
    return switch (column) {
      case NAME -> shown(row, DealField.NAME, data.name());
      case COMPANY -> Cell.of(row.company());
      case AMOUNT ->
          data.amount() == null
              ? ""
              : (data.amount().stripTrailingZeros().toPlainString()
                      + " "
                      + Cell.of(data.currency()))
                  .strip();
      case LINES -> shown(row, DealField.LINES, Cell.lines(data.lines()));
      case STAGE -> stage == null ? "" : stage.name();
      case STATE -> words.of("deal.state." + row.state().name());
      case PROBABILITY ->
          data.probability() != null
              ? data.probability().toString()
              : stage == null ? "" : Integer.toString(stage.probability());
      case EXPECTED_CLOSE -> data.expectedClose() == null ? "" : data.expectedClose().toString();
      case OWNER -> words.member(data.ownerId());
      case SOURCE -> shown(row, DealField.SOURCE, data.source());
      case SINCE -> Cell.moment(row.since());
      case CLOSED -> row.closedAt() == null ? "" : Cell.moment(row.closedAt());
      case LOST_REASON -> shown(row, DealField.LOST_REASON, data.lostReason());
      case TAGS -> words.tags(data.tags());
      case CUSTOM -> "";
      case CREATED -> Cell.moment(row.createdAt());
      case CHANGED -> Cell.moment(row.changedAt());
    };
  }

  /** A field that does not open has its short code, as in the list. */
  private static String shown(
      DealRow row, DealField field, @org.jspecify.annotations.Nullable String value) {
    return row.unopenable().getOrDefault(field, Cell.of(value));
  }
}
