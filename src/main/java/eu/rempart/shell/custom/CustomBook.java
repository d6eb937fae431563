package eu.rempart.shell.custom;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The organisation's own fields in their order, as they were when the screen was built. */
public final class CustomBook {

  /** Without any. */
  public static final CustomBook EMPTY = new CustomBook(List.of());

  private final Map<UUID, CustomField> fields = new LinkedHashMap<>();
  private final Set<UUID> fixed;

  /**
   * Takes them.
   *
   * @param inOrder as they are to be shown
   */
  public CustomBook(List<CustomField> inOrder) {
    this(inOrder, Set.of());
  }

  /**
   * Takes them.
   *
   * @param inOrder as they are to be shown
   * @param fixed those that whoever reads them does not change
   */
  public CustomBook(List<CustomField> inOrder, Set<UUID> fixed) {
    inOrder.forEach(field -> fields.put(field.id(), field));
    this.fixed = Set.copyOf(fixed);
  }

  /** What the field is called whose values are this column; empty where it is another, or gone. */
  public Optional<String> label(String column) {
    return CustomField.idOfColumn(column).flatMap(this::find).map(CustomBook::label);
  }

  /** Those that whoever reads them may change. */
  public CustomBook writable() {
    return new CustomBook(
        fields.values().stream().filter(field -> !isFixed(field)).toList(), fixed);
  }

  boolean isFixed(CustomField field) {
    return fixed.contains(field.id());
  }

  public List<CustomField> all() {
    return List.copyOf(fields.values());
  }

  /** Those that records of this kind have. */
  public CustomBook of(String kind) {
    return new CustomBook(
        fields.values().stream().filter(field -> field.records().contains(kind)).toList(), fixed);
  }

  public Optional<CustomField> find(UUID id) {
    return Optional.ofNullable(fields.get(id));
  }

  /** What a field is called in the reader's language. */
  public static String label(CustomField field) {
    return field.label(Texts.locale());
  }

  /** The value of a field as people read it; empty where there is none. */
  public String text(UUID id, String value) {
    return find(id).map(field -> CustomWords.text(field, value)).orElse(value);
  }

  /** Every field that has a value with it, on a line each. */
  public String lines(CustomValues values) {
    return fields.values().stream()
        .filter(field -> !values.of(field.id()).isEmpty())
        .map(field -> label(field) + ": " + CustomWords.text(field, values.of(field.id())))
        .collect(Collectors.joining("\n"));
  }
}
