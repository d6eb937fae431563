package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.ALERT_SEEN;
import static eu.rempart.db.generated.Tables.SECURITY_EVENT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record6;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which security events were looked at, and which were not. */
@Repository
class SeenQueries {

  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private static final List<String> KINDS =
      List.of(
          EventSource.FLOOD_OVER,
          EventSource.BANNED,
          EventSource.LOST,
          EventSource.RISE,
          EventSource.TRIED);

  private final DSLContext dsl;

  SeenQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * An event, with what was noted beside it.
   *
   * @param table and column, with a dot between them
   */
  record Event(
      UUID id,
      String kind,
      String code,
      @Nullable UUID member,
      @Nullable String table,
      Map<String, String> detail) {}

  /** Until the transaction ends, no other node looks. */
  void lock() {
    dsl.fetch("SELECT pg_advisory_xact_lock(7310601)");
  }

  /** Alarms, and what else is to be known of, that nobody looked at, the oldest first. */
  List<Event> unseen(Instant since, int most) {
    return query(since, most)
        .fetch(
            row ->
                new Event(
                    row.value1(),
                    row.value2(),
                    row.value3() == null ? "" : row.value3(),
                    row.value4(),
                    row.value5(),
                    JsonMapper.shared().readValue(row.value6().data(), DETAIL)));
  }

  /** Answered by the index {@code security_event_alert} (V0189), whose words it has to use. */
  ResultQuery<Record6<UUID, String, String, UUID, String, JSONB>> query(Instant since, int most) {
    return dsl.select(
            SECURITY_EVENT.ID,
            SECURITY_EVENT.KIND,
            SECURITY_EVENT.CODE,
            SECURITY_EVENT.MEMBER_ID,
            // null unless both are known
            SECURITY_EVENT.TABLE_NAME.concat(DSL.inline("."), SECURITY_EVENT.FIELD),
            SECURITY_EVENT.DETAIL)
        .from(SECURITY_EVENT)
        .where(SECURITY_EVENT.AT.ge(utc(since)))
        .and(
            SECURITY_EVENT
                .SEVERITY
                .eq(DSL.inline("ALARM"))
                .or(SECURITY_EVENT.KIND.in(KINDS.stream().map(DSL::inline).toList())))
        .andNotExists(
            DSL.selectOne().from(ALERT_SEEN).where(ALERT_SEEN.EVENT_ID.eq(SECURITY_EVENT.ID)))
        .orderBy(SECURITY_EVENT.AT, SECURITY_EVENT.ID)
        .limit(most);
  }

  void saw(UUID event, Instant now) {
    dsl.insertInto(ALERT_SEEN)
        .set(ALERT_SEEN.EVENT_ID, event)
        .set(ALERT_SEEN.AT, utc(now))
        .onConflictDoNothing()
        .execute();
  }

  /** Those that are too old to be looked at anyway. */
  void forget(Instant before) {
    dsl.deleteFrom(ALERT_SEEN).where(ALERT_SEEN.AT.lt(utc(before))).execute();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
