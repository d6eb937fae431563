package eu.rempart.customfield;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which fields of a kind whoever acts on this thread does not see, or does not change. Rules of
 * roles name each as the history does; those on all fields together name the column.
 */
final class CustomSight {

  /** What rules call all fields together. */
  static final String ALL = "custom";

  private CustomSight() {}

  /** The fields that are hidden. */
  static Set<UUID> hidden(Rights rights, String kind) {
    return ids(rights.hidden(kind));
  }

  /** The fields that are not changed: those hidden too. */
  static Set<UUID> fixed(Rights rights, String kind) {
    return ids(rights.fixed(kind));
  }

  private static Set<UUID> ids(Set<String> columns) {
    return columns.stream()
        .flatMap(column -> CustomField.idOfColumn(column).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These values without those of hidden fields. */
  static CustomValues without(CustomValues values, Set<UUID> hidden) {
    Map<UUID, String> seen = new HashMap<>(values.byId());
    seen.keySet().removeAll(hidden);
    return new CustomValues(seen);
  }

  /**
   * These values with those of hidden fields: what is written where somebody changed what they see.
   *
   * @param stored what the record has
   */
  static CustomValues with(CustomValues seen, CustomValues stored, Set<UUID> hidden) {
    Map<UUID, String> whole = new HashMap<>(seen.byId());
    for (UUID field : hidden) {
      whole.put(field, stored.of(field));
    }
    return new CustomValues(whole);
  }
}
