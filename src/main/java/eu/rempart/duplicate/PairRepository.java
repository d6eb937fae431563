package eu.rempart.duplicate;

import static eu.rempart.db.generated.Tables.DUPLICATE_PAIR;

import eu.rempart.common.Ids;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.search.question.Duplicate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What scans found, in the database. */
@Repository
class PairRepository {

  private final DSLContext dsl;

  PairRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Keeps what a scan found; what people said of a pair stays. */
  void found(Collection<Pair> pairs, Instant at) {
    OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
    dsl.batch(
            pairs.stream()
                .map(
                    pair ->
                        dsl.insertInto(DUPLICATE_PAIR)
                            .set(DUPLICATE_PAIR.ID, Ids.next())
                            .set(DUPLICATE_PAIR.KIND, pair.kind())
                            .set(DUPLICATE_PAIR.FIRST_ID, pair.first())
                            .set(DUPLICATE_PAIR.SECOND_ID, pair.second())
                            .set(DUPLICATE_PAIR.REASONS, reasons(pair))
                            .set(DUPLICATE_PAIR.FOUND_AT, when)
                            .onConflict(
                                DUPLICATE_PAIR.KIND,
                                DUPLICATE_PAIR.FIRST_ID,
                                DUPLICATE_PAIR.SECOND_ID)
                            .doUpdate()
                            .set(DUPLICATE_PAIR.REASONS, reasons(pair))
                            .set(DUPLICATE_PAIR.FOUND_AT, when))
                .toList())
        .execute();
  }

  private static String[] reasons(Pair pair) {
    return pair.reasons().stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  /** Forgets what an older scan found, unless somebody said something of it. */
  void forgetBefore(String kind, Instant at) {
    dsl.deleteFrom(DUPLICATE_PAIR)
        .where(
            DUPLICATE_PAIR.KIND.eq(kind),
            DUPLICATE_PAIR.PARTED_BY.isNull(),
            DUPLICATE_PAIR.FOUND_AT.lt(at.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  /** Pairs that nobody decided on, those with the most reasons first. */
  List<Pair> open(String kind, int limit) {
    return dsl.selectFrom(DUPLICATE_PAIR)
        .where(DUPLICATE_PAIR.KIND.eq(kind), DUPLICATE_PAIR.PARTED_BY.isNull())
        .orderBy(
            org.jooq.impl.DSL.cardinality(DUPLICATE_PAIR.REASONS).desc(),
            DUPLICATE_PAIR.REASONS,
            DUPLICATE_PAIR.ID)
        .limit(limit)
        .fetch(
            row ->
                new Pair(
                    row.getKind(), row.getFirstId(), row.getSecondId(), read(row.getReasons())));
  }

  private static Set<Duplicate.Reason> read(String[] reasons) {
    Set<Duplicate.Reason> read = EnumSet.noneOf(Duplicate.Reason.class);
    Arrays.stream(reasons).map(Duplicate.Reason::valueOf).forEach(read::add);
    return read;
  }

  /** Remembers that somebody said that these are two. */
  void part(Pair pair, UUID by) {
    dsl.update(DUPLICATE_PAIR)
        .set(DUPLICATE_PAIR.PARTED_BY, by)
        .where(
            DUPLICATE_PAIR.KIND.eq(pair.kind()),
            DUPLICATE_PAIR.FIRST_ID.eq(pair.first()),
            DUPLICATE_PAIR.SECOND_ID.eq(pair.second()))
        .execute();
  }

  void join(Pair pair) {
    dsl.update(DUPLICATE_PAIR)
        .setNull(DUPLICATE_PAIR.PARTED_BY)
        .where(
            DUPLICATE_PAIR.KIND.eq(pair.kind()),
            DUPLICATE_PAIR.FIRST_ID.eq(pair.first()),
            DUPLICATE_PAIR.SECOND_ID.eq(pair.second()))
        .execute();
  }

  /** See {@code rempart.point_elsewhere}. */
  void pointElsewhere(String kind, UUID from, UUID to) {
    Routines.pointElsewhere(dsl.configuration(), kind, from, to);
  }
}
