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
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What scans found, in the database. */
@Repository
class PairRepository {

  private final DSLContext dsl;

  PairRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Keeps what a scan found; what people said of a pair stays.
   *
   * @param whole whether it compared all that there is; else reasons that are known stay as well
   */
  void found(Collection<Pair> pairs, Instant at, boolean whole) {
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
                            .set(
                                DUPLICATE_PAIR.REASONS,
                                whole ? array(reasons(pair)) : both(reasons(pair)))
                            .set(DUPLICATE_PAIR.FOUND_AT, when))
                .toList())
        .execute();
  }

  private static Field<String[]> array(String[] reasons) {
    return DSL.val(reasons, DUPLICATE_PAIR.REASONS);
  }

  /** These, and those that are known. */
  private static Field<String[]> both(String[] reasons) {
    return DSL.field(
        "ARRAY(SELECT DISTINCT r FROM unnest({0} || {1}) r ORDER BY r)",
        DUPLICATE_PAIR.REASONS.getDataType(), DUPLICATE_PAIR.REASONS, array(reasons));
  }

  private static String[] reasons(Pair pair) {
    return names(pair.reasons());
  }

  private static String[] names(Set<Duplicate.Reason> reasons) {
    return reasons.stream().map(Enum::name).sorted().toArray(String[]::new);
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

  /** Pairs that nobody decided on, for one of these reasons; those with the most reasons first. */
  List<Pair> open(String kind, Set<Duplicate.Reason> told, int limit) {
    return dsl.selectFrom(DUPLICATE_PAIR)
        .where(DUPLICATE_PAIR.KIND.eq(kind), DUPLICATE_PAIR.PARTED_BY.isNull())
        .and(DSL.condition("{0} && {1}", DUPLICATE_PAIR.REASONS, array(names(told))))
        .orderBy(
            DSL.cardinality(DUPLICATE_PAIR.REASONS).desc(),
            DUPLICATE_PAIR.REASONS,
            DUPLICATE_PAIR.ID)
        .limit(limit)
        .fetch(
            row -> {
              Set<Duplicate.Reason> reasons = read(row.getReasons());
              reasons.retainAll(told);
              return new Pair(row.getKind(), row.getFirstId(), row.getSecondId(), reasons);
            });
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
