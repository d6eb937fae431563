package eu.rempart.vault.event;

import static eu.rempart.db.generated.Tables.SECURITY_EVENT;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code security_event}, for what must be kept together with something else or not at
 * all. Everything else goes to {@link SecurityEvents}, for which nobody waits.
 */
public final class SecurityEventQueries {

  private static final Field<String> ADDRESS = DSL.field(DSL.name("address"), String.class);

  private SecurityEventQueries() {}

  /** Keeps an event within the caller's transaction. */
  public static void insert(DSLContext database, SecurityEvent event, Field<OffsetDateTime> at) {
    SecurityEvent.Place place = event.place();
    database
        .insertInto(SECURITY_EVENT)
        .set(SECURITY_EVENT.ID, UUID.randomUUID())
        .set(SECURITY_EVENT.AT, at)
        .set(SECURITY_EVENT.KIND, event.kind())
        .set(SECURITY_EVENT.SEVERITY, event.severity().name())
        .set(SECURITY_EVENT.MEMBER_ID, event.memberId())
        .set(SECURITY_EVENT.CODE, event.code())
        .set(SECURITY_EVENT.TABLE_NAME, place == null ? null : place.table())
        .set(SECURITY_EVENT.RECORD_ID, place == null ? null : place.recordId())
        .set(SECURITY_EVENT.FIELD, place == null ? null : place.field())
        .set(ADDRESS, DSL.field("{0}::inet", String.class, DSL.val(event.address())))
        .set(
            SECURITY_EVENT.DETAIL,
            JSONB.valueOf(JsonMapper.shared().writeValueAsString(event.detail())))
        .execute();
  }
}
