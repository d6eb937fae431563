package eu.rempart.edge.admin;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import java.util.List;

/**
 * Who changed which access rule, when and why: to read, for administrators and engineers. Every
 * method needs {@link Right#SEE_OPERATIONS}.
 */
public class RuleLedger {

  /** Changes on a page. */
  public static final int PAGE = 25;

  private final RuleLedgerQueries ledger;
  private final Rights rights;

  RuleLedger(RuleLedgerQueries ledger, Rights rights) {
    this.ledger = ledger;
    this.rights = rights;
  }

  /**
   * Some changes.
   *
   * @param changes the newest first, at most {@link #PAGE}
   * @param older whether there are older ones
   */
  public record Page(List<RuleChange> changes, boolean older) {

    /** Copies. */
    public Page {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Changes that are older than one of them.
   *
   * @param number of that one; {@link Long#MAX_VALUE} for the newest page
   */
  public Page before(long number) {
    rights.require(Right.SEE_OPERATIONS);
    List<RuleChange> found = ledger.before(number, PAGE + 1);
    boolean older = found.size() > PAGE;
    return new Page(older ? found.subList(0, PAGE) : found, older);
  }
}
