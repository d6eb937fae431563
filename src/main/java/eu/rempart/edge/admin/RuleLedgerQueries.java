package eu.rempart.edge.admin;

import static eu.rempart.db.generated.Tables.LEDGER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads this room's changes from the ledger. */
@Repository
class RuleLedgerQueries {

  /** All kinds of changes that this room writes begin so. */
  private static final String OURS = "edge.";

  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final DSLContext dsl;

  RuleLedgerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** So many of this room's changes with a lower number, the newest first. */
  List<RuleChange> before(long number, int count) {
    return dsl.select(
            LEDGER.SEQ, LEDGER.AT, LEDGER.MEMBER_ID, LEDGER.KIND, LEDGER.DETAIL, LEDGER.REASON)
        .from(LEDGER)
        .where(LEDGER.SEQ.lt(number))
        .and(LEDGER.KIND.startsWith(OURS))
        .orderBy(LEDGER.SEQ.desc())
        .limit(count)
        .fetch(
            row ->
                new RuleChange(
                    row.value1(),
                    row.value2().toInstant(),
                    row.value3(),
                    row.value4(),
                    JsonMapper.shared().readValue(row.value5().data(), DETAIL),
                    Objects.requireNonNullElse(row.value6(), "")));
  }
}
