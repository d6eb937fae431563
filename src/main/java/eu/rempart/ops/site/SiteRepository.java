package eu.rempart.ops.site;

import static eu.rempart.db.generated.Tables.SITE_COPY;
import static eu.rempart.db.generated.Tables.SITE_MOVE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code site_move} and {@code site_copy}, and how far copies are behind. */
@Repository
class SiteRepository implements SiteRecords {

  private static final int SHOWN = 50;

  private final DSLContext dsl;

  SiteRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public Map<String, Lag> lags() {
    Map<String, Lag> lags = new HashMap<>();
    for (Record row : dsl.fetch("SELECT name, bytes, millis FROM rempart.copy_lag()")) {
      lags.put(
          row.get(0, String.class),
          new Lag(row.get(1, Long.class), Duration.ofMillis(row.get(2, Long.class))));
    }
    return lags;
  }

  @Override
  public List<SiteMove> moves() {
    return dsl.selectFrom(SITE_MOVE)
        .orderBy(SITE_MOVE.TIMELINE.desc())
        .limit(SHOWN)
        .fetch(
            row ->
                new SiteMove(
                    row.getTimeline(),
                    row.getAt().toInstant(),
                    row.getFromSite(),
                    row.getToSite(),
                    duration(row.getGapMs())));
  }

  private static @Nullable Duration duration(@Nullable Long millis) {
    return millis == null ? null : Duration.ofMillis(millis);
  }

  @Override
  public void save(SiteMove move) {
    Duration gap = move.gap();
    dsl.insertInto(SITE_MOVE)
        .set(SITE_MOVE.TIMELINE, move.timeline())
        .set(SITE_MOVE.AT, move.at().atOffset(ZoneOffset.UTC))
        .set(SITE_MOVE.FROM_SITE, move.from())
        .set(SITE_MOVE.TO_SITE, move.to())
        .set(SITE_MOVE.GAP_MS, gap == null ? null : gap.toMillis())
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public Instant saveCopy(boolean complete, Instant at) {
    return dsl.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          inside.fetch("SELECT pg_advisory_xact_lock(7310618)");
          Optional<Instant> since =
              inside
                  .select(SITE_COPY.COMPLETE, SITE_COPY.AT)
                  .from(SITE_COPY)
                  .orderBy(SITE_COPY.ID.desc())
                  .limit(1)
                  .fetchOptional()
                  .filter(last -> last.value1() == complete)
                  .map(last -> last.value2().toInstant());
          if (since.isPresent()) {
            return since.get();
          }
          inside
              .insertInto(SITE_COPY)
              .set(SITE_COPY.AT, at.atOffset(ZoneOffset.UTC))
              .set(SITE_COPY.COMPLETE, complete)
              .execute();
          return at;
        });
  }

  /** Appends a row to the ledger, in the transaction of the change. */
  void tell(String kind, Map<String, String> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    dsl.select(
            DSL.field(
                "rempart.append_ledger({0}, null, {1})", Long.class, DSL.val(kind), DSL.val(json)))
        .fetch();
  }
}
