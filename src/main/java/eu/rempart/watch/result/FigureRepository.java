package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_FIGURE;

import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table {@code watch_figure}: results added up as they come, never again from all of them. */
@Repository
class FigureRepository {

  private static final Field<Long> CHECKS = sum(WATCH_FIGURE.CHECKS);
  private static final Field<Long> FAILED = sum(WATCH_FIGURE.FAILED);
  private static final Field<Long> EXCLUDED = sum(WATCH_FIGURE.EXCLUDED);
  private static final Field<Long> TIMED = sum(WATCH_FIGURE.TIMED);
  private static final Field<Long> TOTAL = sum(WATCH_FIGURE.TOTAL_US);

  private final DSLContext dsl;

  /** Over how long results are added up. Both begin by UTC. */
  enum Span {
    HOUR("H", ChronoUnit.HOURS),
    DAY("D", ChronoUnit.DAYS);

    private final String code;
    private final ChronoUnit unit;

    Span(String code, ChronoUnit unit) {
      this.code = code;
      this.unit = unit;
    }

    /** As in the database. */
    String code() {
      return code;
    }

    Instant begin(Instant at) {
      return at.truncatedTo(unit);
    }
  }

  FigureRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Adds one result, of which the caller knows that it is new. */
  void add(Result result, boolean excluded) {
    Figures one = figures(result, excluded);
    for (Span span : Span.values()) {
      dsl.insertInto(WATCH_FIGURE)
          .set(WATCH_FIGURE.CHECK_ID, result.check().value())
          .set(WATCH_FIGURE.ZONE, result.zone().code())
          .set(WATCH_FIGURE.SPAN, span.code())
          .set(WATCH_FIGURE.AT, utc(span.begin(result.at())))
          .set(WATCH_FIGURE.CHECKS, one.checks())
          .set(WATCH_FIGURE.FAILED, one.failed())
          .set(WATCH_FIGURE.EXCLUDED, one.excluded())
          .set(WATCH_FIGURE.TIMED, one.timed())
          .set(WATCH_FIGURE.TOTAL_US, one.totalMicros())
          .onConflict(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.SPAN, WATCH_FIGURE.AT, WATCH_FIGURE.ZONE)
          .doUpdate()
          .set(WATCH_FIGURE.CHECKS, plus(WATCH_FIGURE.CHECKS))
          .set(WATCH_FIGURE.FAILED, plus(WATCH_FIGURE.FAILED))
          .set(WATCH_FIGURE.EXCLUDED, plus(WATCH_FIGURE.EXCLUDED))
          .set(WATCH_FIGURE.TIMED, plus(WATCH_FIGURE.TIMED))
          .set(WATCH_FIGURE.TOTAL_US, plus(WATCH_FIGURE.TOTAL_US))
          .execute();
    }
  }

  /** So many results of a zone there are of an hour, excluded ones among them. */
  long count(CheckId check, Zone zone, Instant hour) {
    return dsl.select(WATCH_FIGURE.CHECKS.plus(WATCH_FIGURE.EXCLUDED))
        .from(WATCH_FIGURE)
        .where(WATCH_FIGURE.CHECK_ID.eq(check.value()))
        .and(WATCH_FIGURE.SPAN.eq(Span.HOUR.code()))
        .and(WATCH_FIGURE.AT.eq(utc(hour)))
        .and(WATCH_FIGURE.ZONE.eq(zone.code()))
        .fetchOptional(row -> row.value1())
        .orElse(0L);
  }

  private static Figures figures(Result result, boolean excluded) {
    if (excluded) {
      return new Figures(0, 0, 1, 0, 0);
    }
    Long total = result.timing().total();
    return result.ok()
        ? new Figures(1, 0, 0, total == null ? 0 : 1, total == null ? 0 : total)
        : new Figures(1, 1, 0, 0, 0);
  }

  /** Everything so far, by check and zone. */
  Map<CheckId, SortedMap<Zone, Figures>> totals() {
    Map<CheckId, SortedMap<Zone, Figures>> totals = new HashMap<>();
    dsl.select(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.ZONE, CHECKS, FAILED, EXCLUDED, TIMED, TOTAL)
        .from(WATCH_FIGURE)
        .where(WATCH_FIGURE.SPAN.eq(Span.DAY.code()))
        .groupBy(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.ZONE)
        .forEach(
            row ->
                totals
                    .computeIfAbsent(new CheckId(row.value1()), _ -> new TreeMap<>())
                    .put(new Zone(row.value2()), figures(row)));
    return totals;
  }

  /** By check and day from a day on, over all zones; days without a result are missing. */
  Map<CheckId, SortedMap<LocalDate, Figures>> days(LocalDate from) {
    Map<CheckId, SortedMap<LocalDate, Figures>> days = new HashMap<>();
    dsl.select(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.AT, CHECKS, FAILED, EXCLUDED, TIMED, TOTAL)
        .from(WATCH_FIGURE)
        .where(WATCH_FIGURE.SPAN.eq(Span.DAY.code()))
        .and(WATCH_FIGURE.AT.ge(from.atStartOfDay().atOffset(ZoneOffset.UTC)))
        .groupBy(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.AT)
        .forEach(
            row ->
                days.computeIfAbsent(new CheckId(row.value1()), _ -> new TreeMap<>())
                    .put(
                        row.value2().toInstant().atOffset(ZoneOffset.UTC).toLocalDate(),
                        figures(row)));
    return days;
  }

  /** By check and hour from an hour on, over all zones; hours without a result are missing. */
  Map<CheckId, SortedMap<Instant, Figures>> hours(Collection<CheckId> checks, Instant from) {
    Map<CheckId, SortedMap<Instant, Figures>> hours = new HashMap<>();
    if (checks.isEmpty()) {
      return hours;
    }
    dsl.select(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.AT, CHECKS, FAILED, EXCLUDED, TIMED, TOTAL)
        .from(WATCH_FIGURE)
        .where(WATCH_FIGURE.CHECK_ID.in(checks.stream().map(CheckId::value).toList()))
        .and(WATCH_FIGURE.SPAN.eq(Span.HOUR.code()))
        .and(WATCH_FIGURE.AT.ge(utc(from)))
        .groupBy(WATCH_FIGURE.CHECK_ID, WATCH_FIGURE.AT)
        .forEach(
            row ->
                hours
                    .computeIfAbsent(new CheckId(row.value1()), _ -> new TreeMap<>())
                    .put(row.value2().toInstant(), figures(row)));
    return hours;
  }

  private static Figures figures(Record row) {
    return new Figures(
        row.get(CHECKS), row.get(FAILED), row.get(EXCLUDED), row.get(TIMED), row.get(TOTAL));
  }

  private static Field<Long> sum(TableField<?, Long> field) {
    return DSL.sum(field).cast(Long.class).as("sum_" + field.getName());
  }

  private static Field<Long> plus(TableField<?, Long> field) {
    return field.plus(DSL.excluded(field));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
