package eu.rempart.exchange.value;

import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one row. Not for several threads. */
public final class Problems {

  private final long row;
  private final List<RowProblem> found = new ArrayList<>(0);

  /** Starts with none. */
  public Problems(long row) {
    this.row = row;
  }

  /** The row's number. */
  public long row() {
    return row;
  }

  /** Adds a problem of the whole row. */
  public void add(ProblemCode code) {
    found.add(RowProblem.of(row, code));
  }

  /** Adds a problem of one column; the same one only once. */
  public void add(ProblemCode code, Place place) {
    var problem = new RowProblem(row, place.column(), place.name(), code);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** All of them. */
  public List<RowProblem> all() {
    return List.copyOf(found);
  }
}
