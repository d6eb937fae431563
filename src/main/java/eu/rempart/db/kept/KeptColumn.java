package eu.rempart.db.kept;

import eu.rempart.db.sealed.SealedColumn;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kept table; its history and archive have it under the same name.
 *
 * @param sealed what it opens to; null where it is in clear
 */
public record KeptColumn(Field<?> field, @Nullable SealedColumn<?> sealed) {

  private static final Set<String> BOOKKEEPING =
      Set.of(
          "id",
          "version",
          "created_at",
          "created_by",
          "created_source",
          "changed_at",
          "changed_by",
          "change_source",
          "change_reason",
          "change_id");

  /** A column in clear. */
  public static KeptColumn inClear(Field<?> field) {
    return new KeptColumn(field, null);
  }

  /** A sealed column. */
  public static KeptColumn sealed(Field<byte[]> field, SealedColumn<?> sealed) {
    return new KeptColumn(field, sealed);
  }

  /** Its name in SQL. */
  public String name() {
    return field.getName();
  }

  /** Whether people fill it in, rather than the database. */
  public boolean isBusiness() {
    return !BOOKKEEPING.contains(name());
  }
}
