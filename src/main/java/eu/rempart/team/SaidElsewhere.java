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
 * Columns that say again what another field says, of the same kind or another: who is not shown the
 * one is not shown the others (decision records 0125 and 0202).
 */
final class SaidElsewhere {

  private static final String ADDRESSES = "emails";

  /** The kinds whose e-mail addresses e-mails say again. */
  private static final List<String> WITH_ADDRESSES = List.of("contact", "company");

  private static final String EMAIL = "email";
  private static final String DEAL = "deal";
  private static final String LINES = "lines";
  private static final String AMOUNT_BY = "amount_by";

  /** The columns of an e-mail in which addresses stand. */
  private static final Map<String, FieldRule> IN_EMAILS =
      Stream.of("sender", "recipients", "copies", "body", "html", "reply")
          .collect(Collectors.toUnmodifiableMap(column -> column, _ -> FieldRule.HIDDEN));

  private SaidElsewhere() {}

  /** These rights, and what follows from them for kinds that have no owners. */
  static Map<String, KindRights> with(Map<String, KindRights> kinds) {
    Map<String, KindRights> told = new HashMap<>(kinds);
    told.computeIfPresent(DEAL, (_, rights) -> withLines(rights));
    return withMails(told);
  }

  /**
   * The lines of a deal say what its amount and its currency say, and more; and where the amount
   * follows from them, they are changed with it. Who sees the amount still sees that it follows,
   * whatever else they don't: else they would write by hand what the products say.
   */
  private static KindRights withLines(KindRights rights) {
    FieldRule amount = rights.fields().get("amount");
    FieldRule own = rights.fields().get(LINES);
    FieldRule lines = own == null ? amount : own;
    if (Stream.of("amount", "currency").anyMatch(hides -> isHidden(rights, hides))) {
      lines = FieldRule.HIDDEN;
    }
    if (lines == null && !isHidden(rights, AMOUNT_BY)) {
      return rights;
    }
    Map<String, FieldRule> fields = new HashMap<>(rights.fields());
    if (lines != null) {
      fields.put(LINES, lines);
    }
    fields.put(AMOUNT_BY, amount == FieldRule.HIDDEN ? amount : FieldRule.READ_ONLY);
    return new KindRights(rights.scopes(), fields);
  }

  private static boolean isHidden(KindRights rights, String column) {
    return rights.fields().get(column) == FieldRule.HIDDEN;
  }

  private static Map<String, KindRights> withMails(Map<String, KindRights> kinds) {
    if (WITH_ADDRESSES.stream().noneMatch(kind -> hidesAddresses(kinds.get(kind)))) {
      return kinds;
    }
    Map<String, KindRights> all = new HashMap<>(kinds);
    all.put(EMAIL, new KindRights(RoleRules.all(Scope.ALL).scopes(), IN_EMAILS));
    return all;
  }

  private static boolean hidesAddresses(@Nullable KindRights rights) {
    return rights != null && isHidden(rights, ADDRESSES);
  }
}
