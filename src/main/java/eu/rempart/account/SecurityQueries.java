package eu.rempart.account;

import static eu.rempart.db.generated.Tables.SECURITY_EVENT;
import static org.jooq.impl.DSL.field;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What the security page reads. */
@Repository
class SecurityQueries {

  private final DSLContext dsl;

  SecurityQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<SecurityNote> latest(int limit) {
    var address = field("host(security_event.address)", String.class).as("client");
    return dsl.select(
            SECURITY_EVENT.AT,
            SECURITY_EVENT.KIND,
            SECURITY_EVENT.SEVERITY,
            SECURITY_EVENT.MEMBER_ID,
            SECURITY_EVENT.CODE,
            address)
        .from(SECURITY_EVENT)
        .orderBy(SECURITY_EVENT.AT.desc(), SECURITY_EVENT.ID)
        .limit(limit)
        .fetch(
            row ->
                new SecurityNote(
                    row.value1().toInstant(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  String databaseVersion() {
    return String.valueOf(
        dsl.select(field("current_setting('server_version')", String.class)).fetchOne(0));
  }
}
