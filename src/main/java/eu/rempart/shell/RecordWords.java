package eu.rempart.shell;

import java.util.Optional;
import java.util.UUID;

/** What records are called, for screens that know no business room. */
public interface RecordWords {

  /**
   * A field of a record in words; empty where the table holds no records of a business room.
   *
   * @param table its name in SQL
   * @param field the column's name in SQL
   */
  Optional<Words> of(String table, UUID record, String field);

  /**
   * A record and a field of it.
   *
   * @param record its kind and name
   * @param field the field's label
   * @param route path of its page, without a leading slash; empty where it has none
   */
  record Words(String record, String field, String route) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Words[" + route + "]";
    }
  }
}
