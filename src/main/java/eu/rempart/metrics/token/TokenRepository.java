package eu.rempart.metrics.token;

import static eu.rempart.db.generated.Tables.METRICS_TOKEN;

import eu.rempart.db.ledger.LedgerQueries;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code metrics_token}. */
@Repository
class TokenRepository {

  private final DSLContext dsl;

  TokenRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** All, those that open first, the newest of them first. */
  List<MetricsToken> all() {
    return dsl.selectFrom(METRICS_TOKEN)
        .orderBy(
            METRICS_TOKEN.REVOKED_AT.desc().nullsFirst(),
            METRICS_TOKEN.MADE_AT.desc(),
            METRICS_TOKEN.ID)
        .limit(100)
        .fetch(
            row ->
                new MetricsToken(
                    row.getId(),
                    row.getName(),
                    row.getMadeAt().toInstant(),
                    instant(row.getUsedAt()),
                    instant(row.getRevokedAt())));
  }

  /** The hashes of those that open. */
  Map<UUID, byte[]> hashes() {
    return dsl.select(METRICS_TOKEN.ID, METRICS_TOKEN.HASH)
        .from(METRICS_TOKEN)
        .where(METRICS_TOKEN.REVOKED_AT.isNull())
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Until the transaction ends nobody else makes one. Answers how many open. */
  int lockedCount() {
    dsl.execute("LOCK TABLE metrics_token IN SHARE ROW EXCLUSIVE MODE");
    return dsl.fetchCount(METRICS_TOKEN, METRICS_TOKEN.REVOKED_AT.isNull());
  }

  void insert(UUID id, String name, byte[] hash, Instant now, UUID by) {
    dsl.insertInto(METRICS_TOKEN)
        .set(METRICS_TOKEN.ID, id)
        .set(METRICS_TOKEN.NAME, name)
        .set(METRICS_TOKEN.HASH, hash)
        .set(METRICS_TOKEN.MADE_AT, utc(now))
        .set(METRICS_TOKEN.MADE_BY, by)
        .execute();
  }

  /** Answers whether it opened until now. */
  boolean revoke(UUID id, Instant now, UUID by) {
    return dsl.update(METRICS_TOKEN)
            .set(METRICS_TOKEN.REVOKED_AT, utc(now))
            .set(METRICS_TOKEN.REVOKED_BY, by)
            .where(METRICS_TOKEN.ID.eq(id))
            .and(METRICS_TOKEN.REVOKED_AT.isNull())
            .execute()
        == 1;
  }

  void used(UUID id, Instant now) {
    dsl.update(METRICS_TOKEN)
        .set(METRICS_TOKEN.USED_AT, utc(now))
        .where(METRICS_TOKEN.ID.eq(id))
        .execute();
  }

  /** Appends a row to the ledger, in the transaction of the change. */
  void tell(String kind, Map<String, String> detail) {
    new LedgerQueries(dsl).append(kind, detail);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
