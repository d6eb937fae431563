package eu.rempart.deal.board;

import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.COMPANY_ARCHIVE;
import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.PIPELINE_STAGE;

import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.DealSealed;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What boards show: sums over what is in clear, and the cards of one column at a time. */
@Component
class BoardQueries {

  private static final Field<byte[]> COMPANY_NAME =
      DSL.coalesce(COMPANY.NAME, COMPANY_ARCHIVE.NAME).as("company_name");

  private static final Field<Integer> COUNT = DSL.count().as("deals");
  private static final Field<BigDecimal> AMOUNT = DSL.sum(DEAL.AMOUNT).as("total");
  private static final Field<BigDecimal> WEIGHTED =
      DSL.sum(
              DEAL.AMOUNT
                  .mul(DSL.coalesce(DEAL.PROBABILITY, PIPELINE_STAGE.PROBABILITY))
                  .div(DSL.inline(BigDecimal.valueOf(100))))
          .as("weighted");

  private final DSLContext dsl;
  private final Sealing sealing;

  BoardQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /**
   * Sums by stage; of won and lost deals those that were closed since then. Asked for one after the
   * other, as no stage has both: each reads its part of an index, not the deals of all years.
   */
  Map<UUID, Cards> byStage(BoardFilter filter, Instant closedSince) {
    Condition all = condition(filter);
    Map<UUID, Cards> sums = sums(DEAL.STAGE_ID, all.and(DEAL.CLOSED_AT.isNull()));
    sums.putAll(
        sums(DEAL.STAGE_ID, all.and(DEAL.CLOSED_AT.ge(closedSince.atOffset(ZoneOffset.UTC)))));
    return sums;
  }

  /** Sums of open deals by month of the expected close: "2026-11", "overdue", "unknown". */
  Map<String, Cards> byMonth(BoardFilter filter, LocalDate today) {
    Field<String> month =
        DSL.when(DEAL.EXPECTED_CLOSE.isNull(), DSL.inline("unknown"))
            .when(DEAL.EXPECTED_CLOSE.lt(today), DSL.inline("overdue"))
            .otherwise(
                DSL.function("to_char", String.class, DEAL.EXPECTED_CLOSE, DSL.inline("YYYY-MM")))
            .as("month");
    return sums(month, condition(filter).and(DEAL.STATE.eq(DSL.inline("OPEN"))));
  }

  private <K> Map<K, Cards> sums(Field<K> by, Condition condition) {
    Map<K, Cards> sums = new HashMap<>();
    dsl.select(by, DEAL.CURRENCY, COUNT, AMOUNT, WEIGHTED)
        .from(DEAL)
        .join(PIPELINE_STAGE)
        .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
        .where(condition)
        .groupBy(by, DEAL.CURRENCY)
        .orderBy(AMOUNT.desc().nullsLast())
        .forEach(
            row -> {
              Cards known = sums.getOrDefault(row.value1(), Cards.NONE);
              List<CurrencySum> all = new ArrayList<>(known.sums());
              if (row.value2() != null && row.value4() != null) {
                all.add(new CurrencySum(row.value2(), row.value4(), row.value5()));
              }
              sums.put(row.value1(), new Cards(known.count() + row.value3(), all, List.of()));
            });
    return sums;
  }

  /** The cards of an open stage, in their order. */
  List<Card> open(BoardFilter filter, StageId stage, int offset, int limit) {
    return cards(
        condition(filter).and(DEAL.STAGE_ID.eq(stage.value())),
        List.of(DEAL.POSITION, DEAL.ID),
        offset,
        limit);
  }

  /** The cards of the stage of won or lost deals, the last closed first. */
  List<Card> closed(BoardFilter filter, StageId stage, Instant since, int offset, int limit) {
    return cards(
        condition(filter)
            .and(DEAL.STAGE_ID.eq(stage.value()))
            .and(DEAL.STATE.ne(DSL.inline("OPEN"))) // so says the index, too
            .and(DEAL.CLOSED_AT.ge(since.atOffset(ZoneOffset.UTC))),
        List.of(DEAL.CLOSED_AT.desc(), DEAL.ID),
        offset,
        limit);
  }

  /** The cards of a month, by day. */
  List<Card> expected(BoardFilter filter, Month month, LocalDate today, int offset, int limit) {
    Condition open = condition(filter).and(DEAL.STATE.eq(DSL.inline("OPEN")));
    YearMonth when = month.month();
    Condition days =
        month.overdue()
            ? DEAL.EXPECTED_CLOSE.lt(today)
            : when == null
                ? DEAL.EXPECTED_CLOSE.isNull()
                : DEAL.EXPECTED_CLOSE
                    .between(when.atDay(1), when.atEndOfMonth())
                    .and(DEAL.EXPECTED_CLOSE.ge(today));
    return cards(open.and(days), List.of(DEAL.EXPECTED_CLOSE, DEAL.ID), offset, limit);
  }

  /** Open deals that are late or wait for longer than their stage allows. */
  List<Card> wantingCare(UUID owner, LocalDate today, Instant now, int limit) {
    Condition waits =
        DSL.exists(
            DSL.selectOne()
                .from(PIPELINE_STAGE)
                .where(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
                .and(
                    DEAL.STAGE_SINCE.le(
                        DSL.field(
                            "{0} - {1} * interval '1 day'",
                            OffsetDateTime.class,
                            DSL.val(now.atOffset(ZoneOffset.UTC)),
                            PIPELINE_STAGE.ROTTING_DAYS))));
    return cards(
        DEAL.OWNER_ID
            .eq(owner)
            .and(DEAL.STATE.eq(DSL.inline("OPEN")))
            .and(DEAL.EXPECTED_CLOSE.lt(today).or(waits)),
        List.of(DEAL.STAGE_SINCE, DEAL.ID),
        0,
        limit);
  }

  private static Condition condition(BoardFilter filter) {
    Condition all = DEAL.PIPELINE_ID.eq(filter.pipeline().value());
    return filter.owner() == null ? all : all.and(DEAL.OWNER_ID.eq(filter.owner()));
  }

  private List<Card> cards(
      Condition condition, List<? extends OrderField<?>> order, int offset, int limit) {
    return dsl.select(
            DEAL.ID,
            DEAL.VERSION,
            DEAL.NAME,
            DEAL.COMPANY_ID,
            DEAL.AMOUNT,
            DEAL.CURRENCY,
            DEAL.OWNER_ID,
            DEAL.STAGE_ID,
            DEAL.STAGE_SINCE,
            DEAL.EXPECTED_CLOSE,
            COMPANY_NAME)
        .from(DEAL)
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(DEAL.COMPANY_ID))
        .leftJoin(COMPANY_ARCHIVE)
        .on(COMPANY_ARCHIVE.ID.eq(DEAL.COMPANY_ID))
        .where(condition)
        .orderBy(order)
        .offset(offset)
        .limit(limit)
        .fetch(this::card);
  }

  private Card card(Record row) {
    UUID id = row.get(DEAL.ID);
    UUID company = row.get(DEAL.COMPANY_ID);
    String name = text(DEAL.getName(), id, DealSealed.NAME, row.get(DEAL.NAME));
    LocalDate expected = row.get(DEAL.EXPECTED_CLOSE);
    return new Card(
        new DealId(id),
        row.get(DEAL.VERSION),
        name == null ? "" : name,
        company == null
            ? null
            : text(COMPANY.getName(), company, CompanySealed.NAME, row.get(COMPANY_NAME)),
        row.get(DEAL.AMOUNT),
        row.get(DEAL.CURRENCY),
        row.get(DEAL.OWNER_ID),
        new StageId(row.get(DEAL.STAGE_ID)),
        row.get(DEAL.STAGE_SINCE).toInstant(),
        expected);
  }

  private @Nullable String text(
      String table, UUID id, SealedColumn<String> column, byte @Nullable [] sealed) {
    return switch (sealing.of(table, id).open(column, sealed)) {
      case Opened.Clear<String>(var value) -> value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  /** Keeps a stage from being removed until this transaction ends; false where it is gone. */
  boolean hold(StageId stage) {
    return dsl.select(PIPELINE_STAGE.ID)
        .from(PIPELINE_STAGE)
        .where(PIPELINE_STAGE.ID.eq(stage.value()))
        .forKeyShare()
        .fetchOptional()
        .isPresent();
  }

  /** Where a deal lies in its column, if it is in this one. */
  Optional<BigDecimal> position(DealId deal, StageId stage) {
    return dsl.select(DEAL.POSITION)
        .from(DEAL)
        .where(DEAL.ID.eq(deal.value()), DEAL.STAGE_ID.eq(stage.value()))
        .fetchOptional(DEAL.POSITION);
  }

  /** Whether the deal lies at this number, in whichever column. */
  boolean hasPosition(DealId deal, BigDecimal position) {
    return dsl.fetchExists(DEAL, DEAL.ID.eq(deal.value()), DEAL.POSITION.eq(position));
  }

  /** The next place below, the deal itself aside; of the whole column where nothing is above. */
  @Nullable BigDecimal next(StageId stage, @Nullable BigDecimal above, DealId self) {
    Condition below = above == null ? DSL.noCondition() : DEAL.POSITION.gt(above);
    return dsl.select(DEAL.POSITION)
        .from(DEAL)
        .where(DEAL.STAGE_ID.eq(stage.value()), DEAL.ID.ne(self.value()))
        .and(below)
        .orderBy(DEAL.POSITION)
        .limit(1)
        .fetchOne(DEAL.POSITION);
  }

  /** Puts a deal there, if the version is still this one. */
  boolean move(DealId deal, int version, StageId to, BigDecimal position) {
    return dsl.update(DEAL)
            .set(DEAL.STAGE_ID, to.value())
            .set(DEAL.POSITION, position)
            .where(DEAL.ID.eq(deal.value()), DEAL.VERSION.eq(version))
            .execute()
        == 1;
  }
}
