package eu.rempart.alert;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the ledger who is on duty and what is silenced, in the transaction of the change. */
@Repository
public class AlertLedgerQueries {

  private final DSLContext dsl;

  public AlertLedgerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Appends a row.
   *
   * @param kind dotted, such as {@code alert.silence.made}
   */
  public void append(String kind, Map<String, ?> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    dsl.select(
            DSL.field(
                "rempart.append_ledger({0}, null, {1})", Long.class, DSL.val(kind), DSL.val(json)))
        .fetch();
  }
}
