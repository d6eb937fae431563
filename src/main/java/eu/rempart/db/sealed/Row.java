package eu.rempart.db.sealed;

import org.jooq.Field;

/** Columns of one row, however it was read. */
@FunctionalInterface
public interface Row {

  /**
   * What the column holds; null where it is empty, as with records of jOOQ.
   *
   * @throws IllegalArgumentException if the row was read without this column
   */
  <T> T get(Field<T> column);
}
