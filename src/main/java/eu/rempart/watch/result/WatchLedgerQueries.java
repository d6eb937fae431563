package eu.rempart.watch.result;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the ledger what is changed of the watch, in the transaction of the change. */
@Repository
public class WatchLedgerQueries {

  private final DSLContext dsl;

  WatchLedgerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Appends a row.
   *
   * @param kind dotted, such as {@code watch.check.changed}
   */
  public void append(String kind, Map<String, ?> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    dsl.select(
            DSL.field(
                "rempart.append_ledger({0}, null, {1})", Long.class, DSL.val(kind), DSL.val(json)))
        .fetch();
  }
}
