package eu.rempart.team;

import eu.rempart.account.Scope;
import eu.rempart.account.right.FieldRule;
import eu.rempart.account.right.KindRights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that say again what a field of another kind says: who is not shown the one is not shown
 * the others (decision record 0125).
 */
final class SaidElsewhere {

  private static final String ADDRESSES = "emails";

  /** The kinds whose e-mail addresses e-mails say again. */
  private static final List<String> WITH_ADDRESSES = List.of("contact", "company");

  private static final String EMAIL = "email";

  /** The columns of an e-mail in which addresses stand. */
  private static final Map<String, FieldRule> IN_EMAILS =
      Stream.of("sender", "recipients", "copies", "body", "html", "reply")
          .collect(Collectors.toUnmodifiableMap(column -> column, _ -> FieldRule.HIDDEN));

  private SaidElsewhere() {}

  /** These rights, and what follows from them for kinds that have no owners. */
  static Map<String, KindRights> with(Map<String, KindRights> kinds) {
    if (WITH_ADDRESSES.stream().noneMatch(kind -> hidesAddresses(kinds.get(kind)))) {
      return kinds;
    }
    Map<String, KindRights> all = new HashMap<>(kinds);
    all.put(EMAIL, new KindRights(RoleRules.all(Scope.ALL).scopes(), IN_EMAILS));
    return all;
  }

  private static boolean hidesAddresses(@Nullable KindRights rights) {
    return rights != null && rights.fields().get(ADDRESSES) == FieldRule.HIDDEN;
  }
}
