package eu.rempart.exchange.csv;

import eu.rempart.exchange.csv.writing.CellReading;
import eu.rempart.exchange.csv.writing.ColumnWriting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each column is imported as. Proposed by {@link CsvFile#inspect}, edited by a person.
 *
 * @param targets one for each column, in order
 * @param readings by column, what a person said of cells that could be read in two ways
 */
public record Mapping(List<Target> targets, Map<Integer, CellReading> readings) {

  /** Takes the targets; the list becomes immutable. */
  public Mapping {
    targets = List.copyOf(targets);
    readings = Map.copyOf(readings);
  }

  /** One for which nobody was asked anything. */
  public Mapping(List<Target> targets) {
    this(targets, Map.of());
  }

  /** What the column, from 0, is imported as; columns beyond the last are not. */
  public Target target(int column) {
    return column < targets.size() ? targets.get(column) : Target.IGNORE;
  }

  /** The same with another target for one column. */
  public Mapping with(int column, Target target) {
    var changed = new ArrayList<>(targets);
    changed.set(column, target);
    return new Mapping(changed, readings);
  }

  /** The same after a person said what the cells of a column mean. */
  public Mapping withReading(int column, CellReading reading) {
    Map<Integer, CellReading> said = new HashMap<>(readings);
    said.put(column, reading);
    return new Mapping(targets, said);
  }

  /** What a person must say of this column, whether they did or not; nothing for most columns. */
  public Optional<ColumnWriting> question(CsvColumn column) {
    Target target = target(column.index());
    @Nullable ColumnWriting written =
        target.isNumber() ? column.numbers() : target.isDate() ? column.dates() : null;
    return Optional.ofNullable(written).filter(ColumnWriting::isOpen);
  }

  /** What a person answered to this question about a column. */
  public Optional<CellReading> answer(CsvColumn column, ColumnWriting question) {
    return Optional.ofNullable(readings.get(column.index())).filter(question.choices()::contains);
  }

  /** Columns of which a person has yet to say what their cells mean. */
  public List<CsvColumn> unsaid(List<CsvColumn> columns) {
    return columns.stream()
        .filter(
            column -> question(column).filter(asked -> answer(column, asked).isEmpty()).isPresent())
        .toList();
  }

  /** Whether a column is imported as this. */
  public boolean has(Field field) {
    return targets.stream().anyMatch(t -> t.field() == field);
  }

  /** Whether any column is imported. */
  public boolean importsAnything() {
    return targets.stream().anyMatch(t -> t.field().side() != Field.Side.ROW);
  }
}
