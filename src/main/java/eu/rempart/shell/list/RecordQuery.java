package eu.rempart.shell.list;

import java.util.Optional;

/**
 * One page of a list.
 *
 * @param search what is typed into the search field, stripped; empty for all
 * @param sort empty for the order the room thinks best
 * @param offset records to skip, 0 or more
 * @param limit most records to answer, 1 or more
 */
public record RecordQuery(String search, Optional<Sort> sort, int offset, int limit) {

  /**
   * The order asked for.
   *
   * @param column key of the column, as given to the grid
   */
  public record Sort(String column, boolean descending) {}

  /** What is searched for is customer data and stays out of logs. */
  @Override
  public String toString() {
    return "RecordQuery[sort=%s, offset=%d, limit=%d]".formatted(sort, offset, limit);
  }
}
