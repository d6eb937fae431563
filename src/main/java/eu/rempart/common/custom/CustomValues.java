package eu.rempart.common.custom;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record has in fields of the organisation's own, each as {@link CustomKind} says. Values of
 * fields that lie in the bin stay among them.
 *
 * @param byId values by the ids of their fields; empty ones are left out
 */
public record CustomValues(Map<UUID, String> byId) {

  public static final CustomValues NONE = new CustomValues(Map.of());

  public CustomValues {
    Map<UUID, String> kept = new HashMap<>(byId);
    kept.values().removeIf(String::isEmpty);
    byId = Map.copyOf(kept);
  }

  /** Absent ones, as a draft of an older version has them, are none. */
  public static CustomValues orNone(@Nullable CustomValues values) {
    return values == null ? NONE : values;
  }

  /** The value of a field; empty where the record has none. */
  public String of(UUID field) {
    return byId.getOrDefault(field, "");
  }

  /** The same with another value in one field; an empty one takes it away. */
  public CustomValues with(UUID field, String value) {
    Map<UUID, String> changed = new HashMap<>(byId);
    changed.put(field, value);
    return new CustomValues(changed);
  }

  /** Those of these, and of the others where these have none: for records that become one. */
  public CustomValues or(CustomValues others) {
    Map<UUID, String> all = new HashMap<>(others.byId);
    all.putAll(byId);
    return new CustomValues(all);
  }

  /**
   * Those that somebody else made of {@code before}, with what these made of it: of two changes of
   * one field the own one.
   */
  public CustomValues over(CustomValues before, CustomValues theirs) {
    CustomValues both = theirs;
    for (UUID field : changed(before)) {
      both = both.with(field, of(field));
    }
    return both;
  }

  /** These, but in these fields what the others have: for whoever may not change them. */
  public CustomValues keeping(Set<UUID> fields, CustomValues others) {
    Map<UUID, String> all = new HashMap<>(byId);
    fields.forEach(field -> all.put(field, others.of(field)));
    return new CustomValues(all);
  }

  /** Whether these and theirs made something of the same field. */
  public boolean meets(CustomValues before, CustomValues theirs) {
    return !Collections.disjoint(changed(before), theirs.changed(before));
  }

  /** The fields in which these differ from the others. */
  public Set<UUID> changed(CustomValues others) {
    Set<UUID> fields = new HashSet<>(byId.keySet());
    fields.addAll(others.byId.keySet());
    fields.removeIf(field -> Objects.equals(byId.get(field), others.byId.get(field)));
    return fields;
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "CustomValues[hidden]";
  }
}
