package eu.rempart.history;

import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a business room tells about its records, so that history and bin can show them. Registered
 * as a bean, one for each kept table; texts are keys of the room's own bundle.
 */
public interface RecordKind {

  /** A column that holds the id of a member rather than of a record. */
  String MEMBER = "member";

  /** The table with its history and archive. */
  KeptTable<?, ?, ?> table();

  /** What people call the record, in clear; empty where it has no name of its own. */
  String displayName(KeptRow row);

  /** Key of the word for one such record: {@code contact.kind}. */
  default String labelKey() {
    return name() + ".kind";
  }

  /** Key of a column's label: {@code contact.field.last_name}. */
  default String fieldKey(String column) {
    return name() + ".field." + column;
  }

  /** Columns of codes → prefix of the keys of their words, which ends in a dot. */
  default Map<String, String> codes() {
    return Map.of();
  }

  /** Columns that hold an id → kind of that record, or {@link #MEMBER}. */
  default Map<String, String> references() {
    return Map.of();
  }

  /** Columns of amounts of money → the column of their currency. */
  default Map<String, String> amounts() {
    return Map.of();
  }

  /** A text that a column held, as people read it: without marks, say. */
  default String plain(String column, String value) {
    return value;
  }

  /** All that a text says which a column held: where {@link #plain} leaves some of it out. */
  default String whole(String column, String value) {
    return plain(column, value);
  }

  /** Key of the word for a column that holds nothing; none where it is simply empty. */
  default Optional<String> nothing(String column) {
    return Optional.empty();
  }

  /** How a column is taken apart that holds many values; none for others. */
  default Optional<ColumnParts> parts(String column) {
    return Optional.empty();
  }

  /** Columns that nobody is shown. */
  default Set<String> hidden() {
    return Set.of();
  }

  /** Columns that are put back together with this one, since they say the same. */
  default Set<String> alongWith(String column) {
    return Set.of();
  }

  /** Path of the record's own screen, without a leading slash. */
  default Optional<String> path(UUID id) {
    return Optional.empty();
  }

  /** Whether it stands for a link between records, told in the history of both. */
  default boolean isLink() {
    return !table().belongsTo().isEmpty();
  }

  /** Whether it is a part of one other record, told in that one's history as if it were a field. */
  default boolean isPart() {
    return table().belongsTo().size() == 1;
  }

  /** Its table's name. */
  default String name() {
    return table().name();
  }
}
