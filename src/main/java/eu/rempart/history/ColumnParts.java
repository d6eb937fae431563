package eu.rempart.history;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of text that holds many values, each of which the history tells, and puts back, by
 * itself. Such a part is called {@code COLUMN.PART}.
 */
public interface ColumnParts {

  /** The values by the names of their parts; none of null. */
  Map<String, String> split(@Nullable String text);

  /** The text with these values; null where there are none. */
  @Nullable String join(Map<String, String> parts);

  /** The column of a part, or the column itself. */
  static String column(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The part in a name of one; empty in that of a column. */
  static Optional<String> part(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
  }
}
