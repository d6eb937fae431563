package eu.rempart.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * What each column is imported as. Proposed by {@link CsvFile#inspect}, edited by a person.
 *
 * @param targets one for each column, in order
 */
public record Mapping(List<Target> targets) {

  /** Takes the targets; the list becomes immutable. */
  public Mapping {
    targets = List.copyOf(targets);
  }

  /** What the column, from 0, is imported as; columns beyond the last are not. */
  public Target target(int column) {
    return column < targets.size() ? targets.get(column) : Target.IGNORE;
  }

  /** The same with another target for one column. */
  public Mapping with(int column, Target target) {
    var changed = new ArrayList<>(targets);
    changed.set(column, target);
    return new Mapping(changed);
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
