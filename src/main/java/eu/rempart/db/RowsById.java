package eu.rempart.db;

import eu.rempart.db.sealed.Row;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Rows by their ids, for lists, which show these columns or those. PostgreSQL finds a page in less
 * time than jOOQ takes to write the SQL and to turn the rows into records: so jOOQ writes each
 * select once, and the rows are read from the driver, which prepares a text that it meets often on
 * the server and then gets binary values. Thread safe.
 *
 * <p>What is prepared keeps a plan for the tables as they were then, until they are analysed: in an
 * import into an empty table it read all of it for each few hundred rows. So many ids at once, of
 * which planning is a small part, are planned each time.
 *
 * @param <S> what the select depends on; immutable, compared by its value
 */
public final class RowsById<S> {

  /** More than people choose; beyond these a select is written each time. */
  private static final int KEPT = 500;

  /** More than a list asks for at once. */
  private static final int MANY = 100;

  private static final String MARK = " /* many */";

  /** The driver's word for never. */
  private static final int NOT_PREPARED = 0;

  private final DSLContext dsl;
  private final Function<S, List<Field<?>>> columns;
  private final BiFunction<S, Field<UUID[]>, Select<?>> select;
  private final Map<S, Written> written = new ConcurrentHashMap<>();

  /**
   * @param columns what the select gives, in its order
   * @param select makes the select, whose one parameter is the array of ids
   */
  public RowsById(
      DSLContext dsl,
      Function<S, List<Field<?>>> columns,
      BiFunction<S, Field<UUID[]>, Select<?>> select) {
    this.dsl = dsl;
    this.columns = columns;
    this.select = select;
  }

  /** The rows of those of these ids that are there, in no order. */
  public List<Row> fetch(S shape, Collection<UUID> ids) {
    Written statement = written(shape);
    return dsl.connectionResult(connection -> statement.fetch(connection, ids));
  }

  private Written written(S shape) {
    Written known = written.get(shape);
    if (known == null) {
      known =
          new Written(
              dsl.render(select.apply(shape, DSL.val(new UUID[0]))),
              columns.apply(shape).toArray(Field[]::new));
      if (written.size() < KEPT) {
        written.put(shape, known);
      }
    }
    return known;
  }

  private record Written(String sql, Field<?>[] columns) {

    List<Row> fetch(Connection connection, Collection<UUID> ids) throws SQLException {
      Array array = connection.createArrayOf("uuid", ids.toArray());
      boolean many = ids.size() > MANY;
      // another text, since the driver would use what it has prepared for the same one
      try (PreparedStatement statement = connection.prepareStatement(many ? sql + MARK : sql)) {
        if (many) {
          statement.unwrap(PGStatement.class).setPrepareThreshold(NOT_PREPARED);
        }
        statement.setArray(1, array);
        try (ResultSet rows = statement.executeQuery()) {
          List<Row> fetched = new ArrayList<>(ids.size());
          while (rows.next()) {
            fetched.add(read(rows));
          }
          return fetched;
        }
      }
    }

    private Row read(ResultSet from) throws SQLException {
      @Nullable Object[] values = new Object[columns.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(from, i + 1, columns[i].getType());
      }
      return new FetchedRow(columns, values);
    }

    private static @Nullable Object value(ResultSet from, int column, Class<?> type)
        throws SQLException {
      if (type == byte[].class) {
        return from.getBytes(column);
      }
      if (type.isArray()) {
        Array array = from.getArray(column);
        return array == null ? null : array.getArray();
      }
      return from.getObject(column, type);
    }
  }

  private record FetchedRow(Field<?>[] columns, @Nullable Object[] values) implements Row {

    @Override
    // Columns are constants, which jOOQ compares slowly; each value was read as its column's type.
    @SuppressWarnings({"ReferenceEquality", "unchecked"})
    public <T> T get(Field<T> column) {
      for (int i = 0; i < columns.length; i++) {
        if (columns[i] == column) {
          return (T) values[i];
        }
      }
      throw new IllegalArgumentException("column " + column.getName() + " was not read");
    }

    /** Says nothing of the values. */
    @Override
    public String toString() {
      return "FetchedRow";
    }
  }
}
