package eu.rempart.edge.traffic;

import static eu.rempart.db.generated.Tables.EDGE_RISE_TOLD;
import static eu.rempart.db.generated.Tables.EDGE_SOURCE;
import static eu.rempart.db.generated.Tables.EDGE_TRAFFIC;
import static eu.rempart.db.generated.Tables.EDGE_TRAFFIC_DAY;
import static eu.rempart.db.generated.Tables.EDGE_TRAFFIC_HOUR;

import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The tables {@code edge_traffic}, {@code edge_source} and {@code edge_rise_told}. */
@Repository
class TrafficRepository {

  private final DSLContext dsl;

  TrafficRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Adds counts to five minutes; other nodes add theirs. */
  void add(Instant at, Collection<Count> counts) {
    dsl.batch(
            counts.stream()
                // all nodes in the same order, so that none waits for another that waits for it
                .sorted(Comparator.comparing(Count::place).thenComparing(Count::what))
                .map(
                    count ->
                        dsl.insertInto(EDGE_TRAFFIC)
                            .set(EDGE_TRAFFIC.AT, utc(at))
                            .set(EDGE_TRAFFIC.PLACE, count.place().code())
                            .set(EDGE_TRAFFIC.MEASURE, count.what())
                            .set(EDGE_TRAFFIC.COUNT, count.count())
                            .onConflict(EDGE_TRAFFIC.AT, EDGE_TRAFFIC.PLACE, EDGE_TRAFFIC.MEASURE)
                            .doUpdate()
                            .set(
                                EDGE_TRAFFIC.COUNT,
                                EDGE_TRAFFIC.COUNT.plus(DSL.excluded(EDGE_TRAFFIC.COUNT))))
                .toList())
        .execute();
  }

  /** Adds what sources did to five minutes. */
  void addSources(Instant at, Collection<PlacedSource> sources) {
    dsl.batch(
            sources.stream()
                .map(
                    source ->
                        dsl.insertInto(EDGE_SOURCE)
                            .set(EDGE_SOURCE.AT, utc(at))
                            .set(EDGE_SOURCE.NETWORK, source.window().prefix().toString())
                            .set(EDGE_SOURCE.PLACE, source.place().code())
                            .set(EDGE_SOURCE.CONNECTIONS, source.window().connections())
                            .set(EDGE_SOURCE.REFUSED, source.window().refused())
                            .set(EDGE_SOURCE.REQUESTS, source.window().requests())
                            .set(EDGE_SOURCE.AT_ONCE, source.window().atOnce())
                            .set(EDGE_SOURCE.FASTEST, source.window().fastest())
                            .onConflict(EDGE_SOURCE.AT, EDGE_SOURCE.NETWORK)
                            .doUpdate()
                            .set(EDGE_SOURCE.CONNECTIONS, plus(EDGE_SOURCE.CONNECTIONS))
                            .set(EDGE_SOURCE.REFUSED, plus(EDGE_SOURCE.REFUSED))
                            .set(EDGE_SOURCE.REQUESTS, plus(EDGE_SOURCE.REQUESTS))
                            .set(EDGE_SOURCE.AT_ONCE, most(EDGE_SOURCE.AT_ONCE))
                            .set(EDGE_SOURCE.FASTEST, most(EDGE_SOURCE.FASTEST)))
                .toList())
        .execute();
  }

  /** Counts since then, added up. */
  List<Count> sums(Instant since) {
    return sums(EDGE_TRAFFIC, EDGE_TRAFFIC.AT.ge(utc(since)));
  }

  /** Counts since the hour or day that a moment lies in, added up. */
  List<Count> sums(Grain grain, Instant since) {
    return sums(table(grain), at(table(grain)).ge(utc(grain.begin(since))));
  }

  /** Counts from one moment up to another, added up. */
  List<Count> between(Instant from, Instant to) {
    return sums(EDGE_TRAFFIC, EDGE_TRAFFIC.AT.ge(utc(from)).and(EDGE_TRAFFIC.AT.lt(utc(to))));
  }

  private List<Count> sums(Table<?> table, Condition when) {
    Field<String> place = of(table, EDGE_TRAFFIC.PLACE);
    Field<String> measure = of(table, EDGE_TRAFFIC.MEASURE);
    return dsl.select(place, measure, DSL.sum(of(table, EDGE_TRAFFIC.COUNT)))
        .from(table)
        .where(when)
        .groupBy(place, measure)
        .fetch(row -> new Count(new Place(row.value1()), row.value2(), row.value3().longValue()));
  }

  /**
   * Counts since then, added up for each step from then on and over all places: their place is the
   * unknown one.
   */
  Map<Instant, List<Count>> steps(Grain grain, Instant since, Duration step) {
    Field<OffsetDateTime> begin =
        DSL.field(
            "date_bin({0}::interval, {1}, {2})",
            OffsetDateTime.class,
            DSL.inline(step.toSeconds() + " seconds"),
            at(table(grain)),
            // the same words in SELECT and GROUP BY, which a parameter would not be
            DSL.inline(utc(since)));
    Table<?> table = table(grain);
    Field<String> measure = of(table, EDGE_TRAFFIC.MEASURE);
    return dsl.select(begin, measure, DSL.sum(of(table, EDGE_TRAFFIC.COUNT)))
        .from(table)
        .where(at(table).ge(utc(since)))
        // names of ciphers and the like are not shown over time
        .and(measure.notLike("%:%"))
        .groupBy(begin, measure)
        .fetchGroups(
            row -> row.value1().toInstant(),
            row -> new Count(Place.UNKNOWN, row.value2(), row.value3().longValue()));
  }

  /** What sources did since then: sums, and the highest of their peaks; the busiest first. */
  List<PlacedSource> sources(Instant since, int limit) {
    var weight =
        DSL.sum(EDGE_SOURCE.CONNECTIONS)
            .plus(DSL.sum(EDGE_SOURCE.REFUSED))
            .plus(DSL.sum(EDGE_SOURCE.REQUESTS));
    return dsl.select(
            EDGE_SOURCE.NETWORK,
            DSL.max(EDGE_SOURCE.PLACE),
            PeakQueries.sum(EDGE_SOURCE.CONNECTIONS),
            PeakQueries.sum(EDGE_SOURCE.REFUSED),
            PeakQueries.sum(EDGE_SOURCE.REQUESTS),
            DSL.max(EDGE_SOURCE.AT_ONCE),
            DSL.max(EDGE_SOURCE.FASTEST))
        .from(EDGE_SOURCE)
        .where(EDGE_SOURCE.AT.ge(utc(since)))
        .groupBy(EDGE_SOURCE.NETWORK)
        .orderBy(weight.desc(), EDGE_SOURCE.NETWORK)
        .limit(limit)
        .fetch(
            row ->
                new PlacedSource(
                    new SourceWindow(
                        Prefix.parse(row.value1()).orElseThrow(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()),
                    new Place(row.value2())));
  }

  /**
   * Notes that a rise is told, and answers whether nobody told it lately: of several nodes that ask
   * at once one alone hears yes.
   */
  boolean isFirstToTell(Rise rise, Instant now, Duration again) {
    return dsl.insertInto(EDGE_RISE_TOLD)
            .set(EDGE_RISE_TOLD.TOPIC, rise.topic().name())
            .set(EDGE_RISE_TOLD.PLACE, rise.place().map(Place::code).orElse(""))
            .set(EDGE_RISE_TOLD.AT, utc(now))
            .onConflict(EDGE_RISE_TOLD.TOPIC, EDGE_RISE_TOLD.PLACE)
            .doUpdate()
            .set(EDGE_RISE_TOLD.AT, utc(now))
            .where(EDGE_RISE_TOLD.AT.le(utc(now.minus(again))))
            .execute()
        == 1;
  }

  void forget(Instant before) {
    for (Grain grain : Grain.values()) {
      dsl.deleteFrom(table(grain)).where(at(table(grain)).lt(utc(before))).execute();
    }
  }

  /** Leaves only networks of the addresses that are older; answers how many rows it changed. */
  long truncateAddresses(Instant before) {
    return dsl.select(
            DSL.field("rempart.truncate_addresses({0})", Long.class, DSL.val(utc(before))))
        .fetchSingle()
        .value1();
  }

  private static Table<?> table(Grain grain) {
    return switch (grain) {
      case FIVE_MINUTES -> EDGE_TRAFFIC;
      case HOUR -> EDGE_TRAFFIC_HOUR;
      case DAY -> EDGE_TRAFFIC_DAY;
    };
  }

  private static Field<OffsetDateTime> at(Table<?> table) {
    return of(table, EDGE_TRAFFIC.AT);
  }

  /** The column of the same name; the three tables are alike. */
  private static <T> Field<T> of(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }

  private static Field<Integer> plus(TableField<?, Integer> field) {
    return field.plus(DSL.excluded(field));
  }

  private static Field<Integer> most(TableField<?, Integer> field) {
    return DSL.greatest(field, DSL.excluded(field));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
