package eu.rempart.account.security;

import static eu.rempart.db.generated.Tables.SECURITY_EVENT;
import static org.jooq.impl.DSL.field;

import eu.rempart.db.generated.tables.records.SecurityEventRecord;
import eu.rempart.vault.event.SecurityEvent.Place;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the security page reads. */
@Repository
class SecurityQueries {

  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final DSLContext dsl;

  SecurityQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<SecurityNote> latest(int limit) {
    return latest(DSL.noCondition(), limit);
  }

  List<SecurityNote> latest(EventFilter filter, int limit) {
    return latest(OversightQueries.matching(filter), limit);
  }

  private List<SecurityNote> latest(Condition wanted, int limit) {
    var address = field("host(security_event.address)", String.class).as("client");
    return dsl.select(
            SECURITY_EVENT.AT,
            SECURITY_EVENT.KIND,
            SECURITY_EVENT.SEVERITY,
            SECURITY_EVENT.MEMBER_ID,
            SECURITY_EVENT.CODE,
            SECURITY_EVENT.TABLE_NAME,
            SECURITY_EVENT.RECORD_ID,
            SECURITY_EVENT.FIELD,
            SECURITY_EVENT.DETAIL,
            address)
        .from(SECURITY_EVENT)
        .where(wanted)
        .orderBy(SECURITY_EVENT.AT.desc(), SECURITY_EVENT.ID)
        .limit(limit)
        .fetch(row -> note(row.into(SECURITY_EVENT), row.get(address)));
  }

  private static SecurityNote note(SecurityEventRecord row, @Nullable String address) {
    return new SecurityNote(
        row.getAt().toInstant(),
        row.getKind(),
        row.getSeverity(),
        row.getMemberId(),
        row.getCode(),
        place(row),
        address,
        JsonMapper.shared().readValue(row.getDetail().data(), DETAIL));
  }

  private static @Nullable Place place(SecurityEventRecord row) {
    return row.getTableName() == null || row.getRecordId() == null || row.getField() == null
        ? null
        : new Place(row.getTableName(), row.getRecordId(), row.getField());
  }

  String databaseVersion() {
    return String.valueOf(
        dsl.select(field("current_setting('server_version')", String.class)).fetchOne(0));
  }
}
