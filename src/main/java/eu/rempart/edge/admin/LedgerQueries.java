package eu.rempart.edge.admin;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes the ledger, in the transaction of the change that it tells of. */
@Repository
class LedgerQueries {

  private final DSLContext dsl;

  LedgerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Appends a row.
   *
   * @param kind dotted, such as {@code edge.rule.changed}
   * @param reason an administrator's words
   */
  void append(String kind, String reason, Map<String, ?> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    dsl.select(
            DSL.field(
                "rempart.append_ledger({0}, {1}, {2})",
                Long.class, DSL.val(kind), DSL.val(reason), DSL.val(json)))
        .fetch();
  }
}
