package eu.rempart.search.question;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of one kind of records.
 *
 * @param kind name of the kind, for example {@code contact}
 * @param primary the field by which lists of this kind are sorted unless asked otherwise, usually
 *     the name; the index itself is kept in this order, and near-equal values of this field count
 *     as likely duplicates
 * @param fields all fields, the primary one among them
 */
public record SearchSchema(String kind, SearchField<String> primary, List<SearchField<?>> fields) {

  /** A line of a document says in one byte which field it is of. */
  public static final int MOST_FIELDS = 256;

  public SearchSchema {
    fields = List.copyOf(fields);
    if (fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException(kind + ": too many fields: " + fields.size());
    }
    if (primary.type() != FieldType.TEXT || !primary.sorted() || !fields.contains(primary)) {
      throw new IllegalArgumentException(
          kind + ": the primary field must be a sorted text among the fields: " + primary.name());
    }
    Set<String> names = new HashSet<>();
    for (SearchField<?> field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(kind + ": two fields are named " + field.name());
      }
    }
  }

  public static SearchSchema of(
      String kind, SearchField<String> primary, SearchField<?>... others) {
    List<SearchField<?>> fields = new java.util.ArrayList<>(others.length + 1);
    fields.add(primary);
    fields.addAll(List.of(others));
    return new SearchSchema(kind, primary, fields);
  }

  /**
   * Refuses a field of another kind.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public void check(SearchField<?> field) {
    if (!fields.contains(field)) {
      throw new IllegalArgumentException("no field of " + kind + ": " + field.name());
    }
  }
}
