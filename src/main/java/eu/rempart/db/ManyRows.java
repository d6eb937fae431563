package eu.rempart.db;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows at once. jOOQ's own batch of records writes the SQL of each row anew to see
 * which ones are alike, which takes longer than the rows themselves: here it is written once for
 * rows that set the same columns, and the driver sends a hundred of them with one statement.
 */
public final class ManyRows {

  private ManyRows() {}

  /** Inserts these rows with the columns that were set in them. */
  public static void insert(DSLContext dsl, Collection<? extends TableRecord<?>> rows) {
    Map<Shape, List<TableRecord<?>>> alike = new LinkedHashMap<>();
    rows.forEach(row -> alike.computeIfAbsent(Shape.of(row), _ -> new ArrayList<>()).add(row));
    alike.forEach((shape, its) -> insert(dsl, shape.without(emptyIn(its)), its));
  }

  private static void insert(DSLContext dsl, Shape shape, List<TableRecord<?>> rows) {
    Object[][] values = rows.stream().map(shape::values).toArray(Object[][]::new);
    dsl.batch(shape.insert(dsl)).bind(values).execute();
  }

  /**
   * Columns that are null in all of these, and would be without a word: an import fills a third of
   * them, and each parameter costs on both sides.
   */
  private static BitSet emptyIn(List<TableRecord<?>> rows) {
    TableRecord<?> first = rows.getFirst();
    BitSet empty = new BitSet(first.size());
    for (int column = 0; column < first.size(); column++) {
      int at = column;
      empty.set(
          at,
          !first.field(at).getDataType().defaulted()
              && rows.stream().allMatch(row -> row.get(at) == null));
    }
    return empty;
  }

  /** Which columns of which table a row sets. */
  private record Shape(Table<?> table, BitSet columns) {

    static Shape of(TableRecord<?> row) {
      BitSet columns = new BitSet(row.size());
      for (int column = 0; column < row.size(); column++) {
        columns.set(column, row.touched(column));
      }
      return new Shape(row.getTable(), columns);
    }

    Shape without(BitSet empty) {
      BitSet rest = (BitSet) columns.clone();
      rest.andNot(empty);
      return new Shape(table, rest);
    }

    @Nullable Object[] values(TableRecord<?> row) {
      return columns.stream().mapToObj(column -> row.get(column)).toArray();
    }

    Query insert(DSLContext dsl) {
      List<Field<?>> set =
          columns.stream().<Field<?>>mapToObj(column -> table.field(column)).toList();
      return dsl.insertInto(table, set).values(new @Nullable Object[set.size()]);
    }
  }
}
