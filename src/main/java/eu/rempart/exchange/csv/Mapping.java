package eu.rempart.exchange.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each column is imported as. Proposed by {@link CsvFile#inspect}, edited by a person.
 *
 * @param targets one for each column, in order
 * @param decimalCommas by column, whether its decimals come behind a comma or a point, where a
 *     person was asked
 */
public record Mapping(List<Target> targets, Map<Integer, Boolean> decimalCommas) {

  /** Takes the targets; the list becomes immutable. */
  public Mapping {
    targets = List.copyOf(targets);
    decimalCommas = Map.copyOf(decimalCommas);
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
    return new Mapping(changed, decimalCommas);
  }

  /** The same after a person said whether a column's decimals come behind a comma or a point. */
  public Mapping withDecimalComma(int column, boolean comma) {
    Map<Integer, Boolean> said = new HashMap<>(decimalCommas);
    said.put(column, comma);
    return new Mapping(targets, said);
  }

  /** Whether a person must say how this column writes its numbers, whether they did or not. */
  public boolean asks(CsvColumn column) {
    return target(column.index()).isNumber() && column.numbers().isOpen();
  }

  /** Columns of which a person has yet to say how they write their numbers. */
  public List<CsvColumn> unsaid(List<CsvColumn> columns) {
    return columns.stream()
        .filter(column -> asks(column) && !decimalCommas.containsKey(column.index()))
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
