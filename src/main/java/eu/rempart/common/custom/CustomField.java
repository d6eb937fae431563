package eu.rempart.common.custom;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A field of the organisation's own.
 *
 * @param version the optimistic lock number
 * @param kind never changes: the values of records are written as it says
 * @param records kinds of records that have it, by the names of their tables
 * @param lists those of them whose lists show it until somebody chooses
 * @param required forms ask for it; what comes another way may lack it
 * @param position its place among the others, ascending
 * @param choices in the order in which they are offered; none for other kinds
 */
public record CustomField(
    UUID id,
    int version,
    CustomKind kind,
    Labels label,
    Set<String> records,
    Set<String> lists,
    boolean required,
    int position,
    List<CustomChoice> choices) {

  private static final String PREFIX = "custom-";
  private static final String PART = "custom.";

  public CustomField {
    records = Set.copyOf(records);
    lists = Set.copyOf(lists);
    choices = List.copyOf(choices);
  }

  /** The same, as if records of these kinds alone had it. */
  public CustomField of(Set<String> kinds) {
    return new CustomField(id, version, kind, label, kinds, lists, required, position, choices);
  }

  /** What lists, addresses and the index call the field of this id. */
  public static String key(UUID id) {
    return PREFIX + id;
  }

  /** The id in a key; empty where the key is not one of such a field. */
  public static Optional<UUID> id(String key) {
    return behind(PREFIX, key);
  }

  /** What the history, and the rules of roles, call the values of the field of this id. */
  public static String column(UUID id) {
    return PART + id;
  }

  /** The id in the name of such a column; empty where it is another one. */
  public static Optional<UUID> idOfColumn(String column) {
    return behind(PART, column);
  }

  /** The ids in those of these that are names of such columns. */
  public static Set<UUID> idsOfColumns(Collection<String> columns) {
    return columns.stream()
        .flatMap(column -> idOfColumn(column).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<UUID> behind(String prefix, String name) {
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(name.substring(prefix.length())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What lists, addresses and the index call it. */
  public String key() {
    return key(id);
  }

  public String label(Locale locale) {
    return label.in(locale);
  }

  /** The choice of this code, be it offered still or not. */
  public Optional<CustomChoice> choice(String code) {
    return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
  }

  /** The choices that are offered. */
  public List<CustomChoice> offered() {
    return choices.stream().filter(choice -> !choice.retired()).toList();
  }

  /** Labels are customer data. */
  @Override
  public String toString() {
    return "CustomField[" + id + ", " + kind + "]";
  }
}
