package eu.rempart.account.right;

import eu.rempart.account.Right;
import eu.rempart.account.Scope;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a member may do with records of one kind.
 *
 * @param scopes by {@link Right#READ_RECORDS}, {@link Right#WRITE_RECORDS}, {@link
 *     Right#ARCHIVE_RECORDS} and {@link Right#EXPORT_RECORDS}; one that is missing is for none.
 *     None is wider than that of reading
 * @param fields what is taken away, by the column of the field
 */
public record KindRights(Map<Right, Scope> scopes, Map<String, FieldRule> fields) {

  /** Nothing at all. */
  public static final KindRights NOTHING = new KindRights(Map.of(), Map.of());

  public KindRights {
    Map<Right, Scope> narrowed = new EnumMap<>(Right.class);
    Scope read = scopes.getOrDefault(Right.READ_RECORDS, Scope.NONE);
    scopes.forEach((right, scope) -> narrowed.put(right, scope.within(read)));
    scopes = Map.copyOf(narrowed);
    fields = Map.copyOf(fields);
  }

  /**
   * For which records of the kind a right is. Who may archive all of them brings back whatever lies
   * in the bin: whose that was before is not asked there.
   */
  public Scope scope(Right right) {
    if (right == Right.RESTORE_RECORDS) {
      return scope(Right.ARCHIVE_RECORDS) == Scope.ALL ? Scope.ALL : Scope.NONE;
    }
    return scopes.getOrDefault(right, Scope.NONE);
  }
}
