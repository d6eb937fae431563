package eu.rempart.edge.admin;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the access rules, as the ledger has it.
 *
 * @param number of its row in the ledger, rising
 * @param by the member who made it; null if the database was told by somebody else
 * @param kind dotted, such as {@code edge.rule.saved}
 * @param detail what it was about, and what was before and after, in the ledger's own short words
 * @param reason in the words of whoever made it
 */
public record RuleChange(
    long number,
    Instant at,
    @Nullable UUID by,
    String kind,
    Map<String, String> detail,
    String reason) {

  /** Copies. */
  public RuleChange {
    detail = Map.copyOf(detail);
  }
}
