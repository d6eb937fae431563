package eu.rempart.customfield;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
    return CustomField.idsOfColumns(rights.hidden(kind));
  }

  /** The fields that are not changed: those hidden too. */
  static Set<UUID> fixed(Rights rights, String kind) {
    return CustomField.idsOfColumns(rights.fixed(kind));
  }

  /** These values without those of hidden fields. */
  static CustomValues without(CustomValues values, Set<UUID> hidden) {
    Map<UUID, String> seen = new HashMap<>(values.byId());
    seen.keySet().removeAll(hidden);
    return new CustomValues(seen);
  }
}
