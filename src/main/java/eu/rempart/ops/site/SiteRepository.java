package eu.rempart.ops.site;

import static eu.rempart.db.generated.Tables.LEDGER;
import static eu.rempart.db.generated.Tables.SITE_COPY;
import static eu.rempart.db.generated.Tables.SITE_MOVE;

import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.ops.site.SiteMove.Decision;
import eu.rempart.ops.site.SiteMove.Decision.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code site_move} and {@code site_copy}, and how far copies are behind. */
@Repository
class SiteRepository implements SiteRecords {

  private static final int SHOWN = 50;
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

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

  @Override
  public List<Decision> decisions() {
    return dsl.select(LEDGER.KIND, LEDGER.AT, LEDGER.DETAIL)
        .from(LEDGER)
        // written out, so that PostgreSQL sees that the index has all of them
        .where(LEDGER.KIND.in(DSL.inline(Kind.SWITCH.row()), DSL.inline(Kind.ACCEPT_LOSS.row())))
        .orderBy(LEDGER.SEQ.desc())
        .limit(SHOWN)
        .fetch(row -> decision(row.value1(), row.value2().toInstant(), row.value3()))
        .reversed();
  }

  private static Decision decision(String kind, Instant at, JSONB detail) {
    Map<String, String> said = JsonMapper.shared().readValue(detail.data(), DETAIL);
    return kind.equals(Kind.SWITCH.row())
        ? new Decision(Kind.SWITCH, at, said.get("from"), said.getOrDefault("to", ""))
        : new Decision(Kind.ACCEPT_LOSS, at, null, said.getOrDefault("site", ""));
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
          Record2<Boolean, OffsetDateTime> last =
              inside
                  .select(SITE_COPY.COMPLETE, SITE_COPY.AT)
                  .from(SITE_COPY)
                  .orderBy(SITE_COPY.ID.desc())
                  .limit(1)
                  .fetchOne();
          if (last != null && !last.value1() && !complete) {
            return last.value2().toInstant();
          }
          if (last == null || !last.value1()) {
            return insert(inside, complete, at);
          }
          Instant move =
              inside
                  .select(DSL.max(SITE_MOVE.AT))
                  .from(SITE_MOVE)
                  .where(SITE_MOVE.AT.gt(last.value2()))
                  .fetchOptional(0, OffsetDateTime.class)
                  .map(OffsetDateTime::toInstant)
                  .orElse(null);
          if (move == null) {
            return complete ? last.value2().toInstant() : insert(inside, false, at);
          }
          insert(inside, false, move);
          // never before the move, whose clock may be another one: else it would be told each time
          return complete ? insert(inside, true, at.isBefore(move) ? move : at) : move;
        });
  }

  private static Instant insert(DSLContext inside, boolean complete, Instant at) {
    inside
        .insertInto(SITE_COPY)
        .set(SITE_COPY.AT, at.atOffset(ZoneOffset.UTC))
        .set(SITE_COPY.COMPLETE, complete)
        .execute();
    return at;
  }

  /** Appends a row to the ledger, in the transaction of the change. */
  void tell(String kind, Map<String, String> detail) {
    new LedgerQueries(dsl).append(kind, detail);
  }
}
