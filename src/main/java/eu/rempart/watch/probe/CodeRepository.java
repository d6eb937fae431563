package eu.rempart.watch.probe;

import static eu.rempart.db.generated.Tables.WATCH_AGENT_CODE;
import static eu.rempart.watch.probe.AgentMapper.utc;

import eu.rempart.db.generated.tables.records.WatchAgentCodeRecord;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code watch_agent_code}, which knows no code, only what comes of it. */
@Repository
class CodeRepository {

  private static final Duration KEPT = Duration.ofDays(1);

  private final DSLContext dsl;

  CodeRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A new one; an older one for the zone holds no longer. */
  void insert(byte[] digest, Zone zone, Instant now, Instant expires, UUID by) {
    dsl.deleteFrom(WATCH_AGENT_CODE)
        .where(WATCH_AGENT_CODE.EXPIRES_AT.lt(utc(now.minus(KEPT))))
        .or(WATCH_AGENT_CODE.ZONE.eq(zone.code()))
        .execute();
    WatchAgentCodeRecord row = new WatchAgentCodeRecord();
    row.setDigest(digest);
    row.setZone(zone.code());
    row.setMadeAt(utc(now));
    row.setMadeBy(by);
    row.setExpiresAt(utc(expires));
    dsl.insertInto(WATCH_AGENT_CODE).set(row).execute();
  }

  /**
   * Who made a code.
   *
   * @param member null if it was no member
   */
  record Maker(@Nullable UUID member) {}

  /** Uses one up; answers who made it, or nothing if there is none that holds. */
  Optional<Maker> use(byte[] digest, Zone zone, Instant now) {
    return dsl.update(WATCH_AGENT_CODE)
        .set(WATCH_AGENT_CODE.USED_AT, utc(now))
        .where(WATCH_AGENT_CODE.DIGEST.eq(digest))
        .and(WATCH_AGENT_CODE.ZONE.eq(zone.code()))
        .and(WATCH_AGENT_CODE.USED_AT.isNull())
        .and(WATCH_AGENT_CODE.EXPIRES_AT.gt(utc(now)))
        .returning(WATCH_AGENT_CODE.MADE_BY)
        .fetchOptional(row -> new Maker(row.getMadeBy()));
  }

  /** When one was used that would hold still; nothing if there is none. */
  Optional<Instant> usedAt(byte[] digest, Zone zone, Instant now) {
    return dsl.select(WATCH_AGENT_CODE.USED_AT)
        .from(WATCH_AGENT_CODE)
        .where(WATCH_AGENT_CODE.DIGEST.eq(digest))
        .and(WATCH_AGENT_CODE.ZONE.eq(zone.code()))
        .and(WATCH_AGENT_CODE.USED_AT.isNotNull())
        .and(WATCH_AGENT_CODE.EXPIRES_AT.gt(utc(now)))
        .fetchOptional(row -> row.value1().toInstant());
  }
}
