package eu.rempart.search.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One field of a kind of records, kept as a constant by the room that owns the records.
 *
 * @param name unique within the kind
 * @param searched found by free text
 * @param sorted usable as a sort column; of several values the first one counts
 * @param filtered usable in exact filters; numbers, dates and instants are filtered by range when
 *     they are sorted
 * @param columns the columns of the kind's table that it shows: who may not see one of them finds
 *     and sorts nothing by it
 * @param from the kind of the other record that its values come from: who may not see all of those
 *     finds and sorts nothing by it; null for the record's own
 * @param <T> the type of one value
 */
public record SearchField<T>(
    String name,
    FieldType type,
    boolean searched,
    boolean sorted,
    boolean filtered,
    Set<String> columns,
    @Nullable String from) {

  public SearchField {
    columns = Set.copyOf(columns);
  }

  private SearchField(
      String name, FieldType type, boolean searched, boolean sorted, boolean filtered) {
    this(name, type, searched, sorted, filtered, Set.of(name), null);
  }

  /** Text whose words are found from the first letter on, and inside from the third. */
  public static SearchField<String> text(String name) {
    return new SearchField<>(name, FieldType.TEXT, true, false, false);
  }

  /** E-mail addresses, found whole, in part, and by exact filter. */
  public static SearchField<String> email(String name) {
    return new SearchField<>(name, FieldType.EMAIL, true, false, true);
  }

  /**
   * Phone numbers, found by fragments of three digits or more in any notation, and by exact filter.
   */
  public static SearchField<String> phone(String name) {
    return new SearchField<>(name, FieldType.PHONE, true, false, true);
  }

  /** A code for filters; a record may have several. */
  public static SearchField<String> keyword(String name) {
    return new SearchField<>(name, FieldType.KEYWORD, false, false, true);
  }

  public static <E extends Enum<E>> SearchField<E> choice(String name, Class<E> type) {
    if (!type.isEnum()) {
      throw new IllegalArgumentException(name + ": expected an enum, not " + type.getName());
    }
    return new SearchField<>(name, FieldType.CHOICE, false, true, true);
  }

  /** The id of a related record, such as the owner; a record may have several. */
  public static SearchField<UUID> id(String name) {
    return new SearchField<>(name, FieldType.UUID, false, false, true);
  }

  public static SearchField<Boolean> flag(String name) {
    return new SearchField<>(name, FieldType.FLAG, false, true, true);
  }

  /** A whole number; amounts in the smallest unit of their currency. */
  public static SearchField<Long> number(String name) {
    return new SearchField<>(name, FieldType.NUMBER, false, true, true);
  }

  public static SearchField<LocalDate> date(String name) {
    return new SearchField<>(name, FieldType.DATE, false, true, true);
  }

  /** A moment, kept to the microsecond. */
  public static SearchField<Instant> instant(String name) {
    return new SearchField<>(name, FieldType.INSTANT, false, true, true);
  }

  /** The same field, usable as a sort column. */
  public SearchField<T> asSorted() {
    return new SearchField<>(name, type, searched, true, filtered, columns, from);
  }

  /** The same field, usable in {@link Filter#is} and {@link Filter#startsWith}. */
  public SearchField<T> asFiltered() {
    return new SearchField<>(name, type, searched, sorted, true, columns, from);
  }

  /** The same field, left out of free text search. */
  public SearchField<T> notSearched() {
    if (type == FieldType.EMAIL || type == FieldType.PHONE) {
      throw new IllegalStateException(name + ": e-mails and phones are always searched");
    }
    return new SearchField<>(name, type, false, sorted, filtered, columns, from);
  }

  /** The same field, which shows these columns rather than the one of its name. */
  public SearchField<T> showing(String... shown) {
    return new SearchField<>(name, type, searched, sorted, filtered, Set.of(shown), from);
  }

  /** The same field, with values from records of another kind. */
  public SearchField<T> from(String kind) {
    return new SearchField<>(name, type, searched, sorted, filtered, Set.of(), kind);
  }
}
