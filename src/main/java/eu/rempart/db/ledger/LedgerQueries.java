package eu.rempart.db.ledger;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Appends rows to the ledger, in the transaction of the change that they tell of. */
@Repository
public class LedgerQueries {

  private final DSLContext dsl;

  public LedgerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Appends a row.
   *
   * @param kind dotted, such as {@code watch.check.changed}
   * @param detail nobody's secret
   */
  public void append(String kind, Map<String, ?> detail) {
    append(kind, null, detail);
  }

  /**
   * Appends a row with a reason.
   *
   * @param reason an administrator's words
   */
  public void append(String kind, @Nullable String reason, Map<String, ?> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    dsl.select(
            DSL.field(
                "rempart.append_ledger({0}, {1}, {2})",
                Long.class, DSL.val(kind), DSL.val(reason, String.class), DSL.val(json)))
        .fetch();
  }
}
