package eu.rempart.dashboard;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.PIPELINE;
import static eu.rempart.db.generated.Tables.PIPELINE_STAGE;

import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * Sums and counts by the database; amounts in other currencies than the one asked for are left out.
 */
@Repository
class DashboardQueries {

  private static final Field<Integer> COUNT = DSL.count();
  private static final Condition OPEN = DEAL.STATE.eq(DSL.inline("OPEN"));

  private final DSLContext dsl;

  DashboardQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The currencies that deals are in, that of most of them first. */
  List<String> currencies() {
    return dsl.select(DEAL.CURRENCY)
        .from(DEAL)
        .where(DEAL.CURRENCY.isNotNull())
        .groupBy(DEAL.CURRENCY)
        .orderBy(COUNT.desc(), DEAL.CURRENCY)
        .fetch(DEAL.CURRENCY);
  }

  private static Condition of(Slice slice) {
    var pipeline = slice.pipeline();
    return owned(DEAL.OWNER_ID, slice)
        .and(pipeline == null ? DSL.noCondition() : DEAL.PIPELINE_ID.eq(pipeline.value()));
  }

  private static Condition owned(Field<UUID> column, Slice slice) {
    return slice.owner() == null ? DSL.noCondition() : column.eq(slice.owner());
  }

  private static Field<BigDecimal> sum(Field<BigDecimal> amount, String currency) {
    return DSL.coalesce(
        DSL.sum(amount).filterWhere(DEAL.CURRENCY.eq(currency)), DSL.inline(BigDecimal.ZERO));
  }

  List<StageFigure> stages(Slice slice) {
    return dsl.select(DEAL.STAGE_ID, COUNT, sum(DEAL.AMOUNT, slice.currency()))
        .from(DEAL)
        .join(PIPELINE_STAGE)
        .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
        .join(PIPELINE)
        .on(PIPELINE.ID.eq(DEAL.PIPELINE_ID))
        .where(OPEN, of(slice))
        .groupBy(DEAL.STAGE_ID, PIPELINE.POSITION, PIPELINE_STAGE.POSITION)
        .orderBy(PIPELINE.POSITION, PIPELINE_STAGE.POSITION, DEAL.STAGE_ID)
        .fetch(row -> new StageFigure(new StageId(row.value1()), row.value2(), row.value3()));
  }

  List<MonthFigure> won(Slice slice, YearMonth from, ZoneId zone) {
    Field<String> month =
        DSL.field(
                "to_char({0} AT TIME ZONE {1}, 'YYYY-MM')",
                String.class, DEAL.CLOSED_AT, DSL.val(zone.getId()))
            .as("month");
    return months(
        month,
        DEAL.AMOUNT,
        slice,
        DEAL.STATE
            .eq(DSL.inline("WON"))
            .and(DEAL.CLOSED_AT.ge(from.atDay(1).atStartOfDay(zone).toOffsetDateTime())));
  }

  /** Open deals by the month of their expected close, weighed by their probability. */
  List<MonthFigure> expected(Slice slice, YearMonth from, YearMonth to) {
    Field<String> month =
        DSL.function("to_char", String.class, DEAL.EXPECTED_CLOSE, DSL.inline("YYYY-MM"))
            .as("month");
    Field<BigDecimal> weighed =
        DEAL.AMOUNT
            .mul(DSL.coalesce(DEAL.PROBABILITY, PIPELINE_STAGE.PROBABILITY))
            .div(DSL.inline(new BigDecimal(100)));
    return months(
        month,
        weighed,
        slice,
        OPEN.and(DEAL.EXPECTED_CLOSE.between(from.atDay(1), to.atEndOfMonth())));
  }

  private List<MonthFigure> months(
      Field<String> month, Field<BigDecimal> amount, Slice slice, Condition condition) {
    return dsl.select(month, COUNT, sum(amount, slice.currency()))
        .from(DEAL)
        .join(PIPELINE_STAGE)
        .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
        .where(condition, of(slice))
        .groupBy(month)
        .orderBy(month)
        .fetch(row -> new MonthFigure(YearMonth.parse(row.value1()), row.value2(), row.value3()));
  }

  List<OwnerFigure> owners(Slice slice, int limit) {
    return dsl.select(DEAL.OWNER_ID, COUNT, sum(DEAL.AMOUNT, slice.currency()))
        .from(DEAL)
        .where(OPEN, of(slice))
        .groupBy(DEAL.OWNER_ID)
        .orderBy(COUNT.desc(), DEAL.OWNER_ID)
        .limit(limit)
        .fetch(row -> new OwnerFigure(row.value1(), row.value2(), row.value3()));
  }

  /** Of activities without an owner nobody can be proud. */
  List<DoneFigure> done(Slice slice, LocalDate from, LocalDate to, ZoneId zone, int limit) {
    return dsl.select(ACTIVITY.OWNER_ID, COUNT)
        .from(ACTIVITY)
        .where(
            ACTIVITY.STATUS.eq("DONE"),
            ACTIVITY.OWNER_ID.isNotNull(),
            owned(ACTIVITY.OWNER_ID, slice),
            ACTIVITY
                .ALL_DAY
                .isTrue()
                .and(within(from, to, ZoneOffset.UTC))
                .or(ACTIVITY.ALL_DAY.isFalse().and(within(from, to, zone))))
        .groupBy(ACTIVITY.OWNER_ID)
        .orderBy(COUNT.desc(), ACTIVITY.OWNER_ID)
        .limit(limit)
        .fetch(row -> new DoneFigure(row.value1(), row.value2()));
  }

  private static Condition within(LocalDate from, LocalDate to, ZoneId zone) {
    return ACTIVITY
        .STARTS_AT
        .ge(from.atStartOfDay(zone).toOffsetDateTime())
        .and(ACTIVITY.STARTS_AT.lt(to.plusDays(1).atStartOfDay(zone).toOffsetDateTime()));
  }

  List<SourceFigure> sources(Slice slice, Instant since, int limit) {
    return dsl.select(CONTACT.CREATED_SOURCE, COUNT)
        .from(CONTACT)
        .where(
            CONTACT.CREATED_AT.ge(since.atOffset(ZoneOffset.UTC)), owned(CONTACT.OWNER_ID, slice))
        .groupBy(CONTACT.CREATED_SOURCE)
        .orderBy(COUNT.desc(), CONTACT.CREATED_SOURCE)
        .limit(limit)
        .fetch(row -> new SourceFigure(row.value1(), row.value2()));
  }

  /** Overdue, or in a stage for longer than it allows. */
  private static Condition atRisk(LocalDate today, Instant now) {
    return OPEN.and(
        DEAL.EXPECTED_CLOSE
            .lt(today)
            .or(
                DSL.condition(
                    "{0} < {1} - make_interval(days => {2})",
                    DEAL.STAGE_SINCE,
                    DSL.val(now.atOffset(ZoneOffset.UTC)),
                    PIPELINE_STAGE.ROTTING_DAYS)));
  }

  /**
   * Those at risk, the largest first.
   *
   * @param amounts whether amounts count; where none do, the oldest come first
   */
  List<DealId> worst(Slice slice, boolean amounts, LocalDate today, Instant now, int limit) {
    List<OrderField<?>> order =
        amounts
            ? List.of(
                DEAL.CURRENCY.eq(slice.currency()).desc().nullsLast(),
                DEAL.AMOUNT.desc().nullsLast(),
                DEAL.ID)
            : List.of(DEAL.STAGE_SINCE, DEAL.ID);
    return dsl.select(DEAL.ID)
        .from(DEAL)
        .join(PIPELINE_STAGE)
        .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
        .where(atRisk(today, now), of(slice))
        .orderBy(order)
        .limit(limit)
        .fetch(row -> new DealId(row.value1()));
  }

  int countAtRisk(Slice slice, LocalDate today, Instant now, int cap) {
    return dsl.fetchCount(
        DSL.select(DEAL.ID)
            .from(DEAL)
            .join(PIPELINE_STAGE)
            .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
            .where(atRisk(today, now), of(slice))
            .limit(cap));
  }
}
