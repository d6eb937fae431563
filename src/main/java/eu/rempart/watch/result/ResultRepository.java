package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_CHECK;
import static eu.rempart.db.generated.Tables.WATCH_NODE;
import static eu.rempart.db.generated.Tables.WATCH_RESULT;

import eu.rempart.db.generated.tables.records.WatchResultRecord;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table {@code watch_result}, which only grows. */
@Repository
class ResultRepository {

  private final DSLContext dsl;

  ResultRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Answers false if it is there already. */
  boolean insert(Result result, boolean excluded) {
    WatchResultRecord row = new WatchResultRecord();
    row.setCheckId(result.check().value());
    row.setZone(result.zone().code());
    row.setAt(result.at().atOffset(ZoneOffset.UTC));
    Failure failure = result.failure();
    row.setFailure(failure == null ? null : failure.name());
    row.setNumber(result.number());
    row.setNameUs(result.timing().name());
    row.setConnectUs(result.timing().connect());
    row.setTlsUs(result.timing().tls());
    row.setFirstUs(result.timing().firstByte());
    row.setTotalUs(result.timing().total());
    row.setExcluded(excluded);
    return dsl.insertInto(WATCH_RESULT)
            .set(row)
            .onConflict(WATCH_RESULT.CHECK_ID, WATCH_RESULT.ZONE, WATCH_RESULT.AT)
            .doNothing()
            .execute()
        == 1;
  }

  /**
   * The latest result of each check that is watched, wherever it was found.
   *
   * @param since older ones are not looked for
   */
  Map<CheckId, Result> latest(Instant since) {
    var latest =
        dsl.select(WATCH_RESULT.fields())
            .from(WATCH_RESULT)
            .where(WATCH_RESULT.CHECK_ID.eq(WATCH_CHECK.ID))
            .and(WATCH_RESULT.AT.ge(since.atOffset(ZoneOffset.UTC)))
            .orderBy(WATCH_RESULT.AT.desc())
            .limit(1)
            .asTable("latest");
    return dsl
        .select(latest.fields())
        .from(WATCH_CHECK)
        .crossJoin(DSL.lateral(latest))
        .where(WATCH_CHECK.RETIRED_AT.isNull())
        .fetchInto(WATCH_RESULT)
        .stream()
        .map(ResultRepository::result)
        .collect(Collectors.toMap(Result::check, result -> result));
  }

  /**
   * The latest result of each node, of each check that every node measures by itself.
   *
   * @param since nodes that were not there since, and older results, are not looked for
   */
  Map<CheckId, SortedMap<Zone, Result>> latestOfNodes(Instant since) {
    var latest =
        dsl.select(WATCH_RESULT.fields())
            .from(WATCH_RESULT)
            .where(WATCH_RESULT.CHECK_ID.eq(WATCH_CHECK.ID))
            .and(WATCH_RESULT.ZONE.eq(DSL.val("N").concat(WATCH_NODE.NUMBER)))
            .and(WATCH_RESULT.AT.ge(since.atOffset(ZoneOffset.UTC)))
            .orderBy(WATCH_RESULT.AT.desc())
            .limit(1)
            .asTable("latest");
    Map<CheckId, SortedMap<Zone, Result>> found = new HashMap<>();
    dsl
        .select(latest.fields())
        .from(WATCH_CHECK)
        .crossJoin(WATCH_NODE)
        .crossJoin(DSL.lateral(latest))
        .where(WATCH_CHECK.RETIRED_AT.isNull())
        .and(WATCH_CHECK.LEVEL.in(CheckRepository.BY_NODE))
        .and(WATCH_NODE.LAST_AT.ge(since.atOffset(ZoneOffset.UTC)))
        .fetchInto(WATCH_RESULT)
        .stream()
        .map(ResultRepository::result)
        .forEach(
            result ->
                found
                    .computeIfAbsent(result.check(), _ -> new TreeMap<>())
                    .put(result.zone(), result));
    return found;
  }

  /** In how many places something failed between two moments, both included. */
  int failedIn(CheckId check, Instant from, Instant to) {
    return dsl.select(DSL.countDistinct(WATCH_RESULT.ZONE))
        .from(WATCH_RESULT)
        .where(of(check, from, to))
        .and(WATCH_RESULT.FAILURE.isNotNull())
        .and(WATCH_RESULT.EXCLUDED.isFalse())
        .fetchSingle()
        .value1();
  }

  /**
   * What was found between two moments, both included, the oldest first.
   *
   * @param most no more than these, of the oldest
   */
  List<Hindsight.Kept> between(CheckId check, Instant from, Instant to, int most) {
    return dsl.selectFrom(WATCH_RESULT)
        .where(of(check, from, to))
        .orderBy(WATCH_RESULT.AT, WATCH_RESULT.ZONE)
        .limit(most)
        .fetch(row -> new Hindsight.Kept(result(row), row.getExcluded()));
  }

  private static Condition of(CheckId check, Instant from, Instant to) {
    return WATCH_RESULT
        .CHECK_ID
        .eq(check.value())
        .and(WATCH_RESULT.AT.between(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
  }

  /** Makes the partitions of the next days; answers how many it made. */
  int makePartitions(LocalDate today) {
    return dsl.select(
            DSL.field("rempart.make_watch_partitions({0})", Integer.class, DSL.val(today)))
        .fetchSingle()
        .value1();
  }

  private static Result result(WatchResultRecord row) {
    return new Result(
        new CheckId(row.getCheckId()),
        new Zone(row.getZone()),
        row.getAt().toInstant(),
        row.getFailure() == null ? null : Failure.valueOf(row.getFailure()),
        row.getNumber(),
        new Timing(
            row.getNameUs(),
            row.getConnectUs(),
            row.getTlsUs(),
            row.getFirstUs(),
            row.getTotalUs()));
  }
}
