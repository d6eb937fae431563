package eu.rempart.team;

import eu.rempart.account.Right;
import eu.rempart.account.Scope;
import eu.rempart.account.right.KindRights;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a role of the organisation's own leaves of the built-in one.
 *
 * @param kinds by the name of the table
 * @param others for kinds of record that are not named, such as those of a later version
 */
public record RoleRules(Map<String, KindRights> kinds, KindRights others) {

  /** Nothing may be done: what a role means whose rules can't be read. */
  public static final RoleRules NOTHING = new RoleRules(Map.of(), KindRights.NOTHING);

  /** Takes nothing away. */
  public static final RoleRules EVERYTHING = new RoleRules(Map.of(), all(Scope.ALL));

  public RoleRules {
    kinds = Map.copyOf(kinds);
  }

  /** Everything with the records of this scope. */
  public static KindRights all(Scope scope) {
    return new KindRights(
        Map.of(
            Right.READ_RECORDS, scope,
            Right.WRITE_RECORDS, scope,
            Right.ARCHIVE_RECORDS, scope,
            Right.EXPORT_RECORDS, scope),
        Map.of());
  }

  public KindRights of(String kind) {
    return kinds.getOrDefault(kind, others);
  }

  String toJson() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** What was written; nothing at all for what this version does not understand. */
  static RoleRules parse(String json) {
    try {
      return JsonMapper.shared().readValue(json, RoleRules.class);
    } catch (JacksonException _) {
      return NOTHING;
    }
  }
}
