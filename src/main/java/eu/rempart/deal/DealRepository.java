package eu.rempart.deal;

import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.COMPANY_ARCHIVE;
import static eu.rempart.db.generated.Tables.DEAL;

import eu.rempart.common.Trace;
import eu.rempart.company.CompanyId;
import eu.rempart.db.ManyRows;
import eu.rempart.db.RowsById;
import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.DealWriter;
import eu.rempart.db.generated.OpenedDeal;
import eu.rempart.db.generated.tables.records.DealRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Openings;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.StageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Deals in the database; sealed on the way in, opened on the way out. */
@Repository
class DealRepository {

  private static final Set<DealField> ALL = EnumSet.allOf(DealField.class);

  /** Of the company, be it live or in the bin: both are sealed as the same record. */
  private static final Field<byte[]> COMPANY_NAME =
      DSL.coalesce(COMPANY.NAME, COMPANY_ARCHIVE.NAME).as("company_name");

  private static final List<Field<?>> ALWAYS =
      List.of(
          DEAL.ID,
          DEAL.VERSION,
          DEAL.STATE,
          DEAL.STAGE_SINCE,
          DEAL.CLOSED_AT,
          DEAL.CREATED_AT,
          DEAL.CHANGED_AT);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final RowsById<Set<DealField>> lists;

  DealRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.lists =
        new RowsById<>(
            dsl,
            DealRepository::selected,
            (fields, ids) ->
                from(DSL.using(dsl.configuration()), fields).where(DEAL.ID.eq(DSL.any(ids))));
  }

  Optional<Deal> find(DealId id) {
    return dsl.selectFrom(DEAL).where(DEAL.ID.eq(id.value())).fetchOptional().map(this::deal);
  }

  List<Deal> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(DEAL).where(DEAL.ID.in(ids)).fetch(this::deal);
  }

  private Deal deal(DealRecord row) {
    DealMapper opened = DealMapper.open(new OpenedDeal(row, sealing), ALL);
    return new Deal(
        new DealId(row.getId()),
        row.getVersion(),
        opened.data(),
        new Deal.Standing(
            new PipelineId(row.getPipelineId()),
            DealState.valueOf(row.getState()),
            row.getStageSince().toInstant(),
            row.getStageBefore() == null ? null : new StageId(row.getStageBefore()),
            instant(row.getClosedAt())),
        opened.unopenable(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Rows in the order of these ids; ids of rows that are gone meanwhile are left out. */
  List<DealRow> rows(List<UUID> ids, Set<DealField> fields) {
    Map<UUID, Row> byId = new HashMap<>();
    lists.fetch(Set.copyOf(fields), ids).forEach(row -> byId.put(row.get(DEAL.ID), row));
    return Openings.inOrder(ids, byId, sealing, row -> row(row, fields));
  }

  /** Newest changes first: what a list shows while the index is being built. */
  List<DealRow> recent(int offset, int limit, Set<DealField> fields) {
    return from(dsl, fields)
        .orderBy(DEAL.CHANGED_AT.desc(), DEAL.ID)
        .offset(offset)
        .limit(limit)
        .fetch(row -> row(row::get, fields));
  }

  /** The deals with a company: open ones first, each kind by its last change. */
  List<DealRow> of(CompanyId company, int limit, Set<DealField> fields) {
    return from(dsl, fields)
        .where(DEAL.COMPANY_ID.eq(company.value()))
        .orderBy(DEAL.STATE.ne("OPEN"), DEAL.CHANGED_AT.desc(), DEAL.ID)
        .limit(limit)
        .fetch(row -> row(row::get, fields));
  }

  int count(CompanyId company) {
    return dsl.fetchCount(DEAL, DEAL.COMPANY_ID.eq(company.value()));
  }

  /** How many there are, counting no further than the cap. */
  int countUpTo(int cap) {
    return dsl.fetchCount(DSL.select(DEAL.ID).from(DEAL).limit(cap));
  }

  private static SelectJoinStep<Record> from(DSLContext dsl, Set<DealField> fields) {
    SelectJoinStep<Record> deals = dsl.select(selected(fields)).from(DEAL);
    return fields.contains(DealField.COMPANY)
        ? deals
            .leftJoin(COMPANY)
            .on(COMPANY.ID.eq(DEAL.COMPANY_ID))
            .leftJoin(COMPANY_ARCHIVE)
            .on(COMPANY_ARCHIVE.ID.eq(DEAL.COMPANY_ID))
        : deals;
  }

  private static List<Field<?>> selected(Set<DealField> fields) {
    List<Field<?>> columns = new ArrayList<>(ALWAYS);
    columns.addAll(DealMapper.columns(fields));
    if (fields.contains(DealField.COMPANY)) {
      columns.add(COMPANY_NAME);
    }
    return columns;
  }

  private DealRow row(Row row, Set<DealField> fields) {
    DealMapper opened = DealMapper.open(new OpenedDeal(row, sealing), fields);
    CompanyId company = opened.data().companyId();
    return new DealRow(
        new DealId(row.get(DEAL.ID)),
        row.get(DEAL.VERSION),
        opened.data(),
        opened.unopenable(),
        company == null ? null : name(company, row.get(COMPANY_NAME)),
        DealState.valueOf(row.get(DEAL.STATE)),
        row.get(DEAL.STAGE_SINCE).toInstant(),
        instant(row.get(DEAL.CLOSED_AT)),
        row.get(DEAL.CREATED_AT).toInstant(),
        row.get(DEAL.CHANGED_AT).toInstant());
  }

  private @Nullable String name(CompanyId company, byte @Nullable [] sealed) {
    return switch (sealing
        .of(COMPANY.getName(), company.value())
        .open(CompanySealed.NAME, sealed)) {
      case Opened.Clear<String>(var value) -> value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  void insert(Map<DealId, DealData> deals) {
    ManyRows.insert(
        dsl, deals.entrySet().stream().map(e -> sealed(e.getKey(), e.getValue())).toList());
  }

  private DealRecord sealed(DealId id, DealData data) {
    return writer(id, data).forInsert();
  }

  private DealWriter writer(DealId id, DealData data) {
    DealWriter writer = new DealWriter(id.value(), sealing);
    ALL.forEach(field -> DealMapper.write(field, data, writer));
    return writer;
  }

  /** The database clears what an open deal can't have. */
  void insertEnded(Map<DealId, NewDeal> deals) {
    ManyRows.insert(
        dsl, deals.entrySet().stream().map(e -> ended(e.getKey(), e.getValue())).toList());
  }

  private DealRecord ended(DealId id, NewDeal deal) {
    Instant closedAt = deal.closedAt();
    OffsetDateTime closed = closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC);
    return writer(id, deal.data())
        .stageBefore(deal.before() == null ? null : deal.before().value())
        .stageSince(closed)
        .closedAt(closed)
        .forInsert();
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(DealId id, int version, Set<DealField> fields, DealData data) {
    DealWriter writer = new DealWriter(id.value(), sealing);
    fields.forEach(field -> DealMapper.write(field, data, writer));
    return dsl.update(DEAL)
            .set(writer.forUpdate())
            .where(DEAL.ID.eq(id.value()), DEAL.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Writes many at once; answers those whose version was another one. */
  Set<DealId> updateAll(Map<Deal, DealData> changes) {
    List<Deal> order = List.copyOf(changes.keySet());
    int[] written =
        dsl.batch(
                order.stream()
                    .map(deal -> updateOf(deal, Objects.requireNonNull(changes.get(deal))))
                    .toList())
            .execute();
    return IntStream.range(0, written.length)
        .filter(i -> written[i] == 0)
        .mapToObj(i -> order.get(i).id())
        .collect(Collectors.toSet());
  }

  private Query updateOf(Deal before, DealData after) {
    DealWriter writer = new DealWriter(before.id().value(), sealing);
    DealField.changed(before.data(), after)
        .forEach(field -> DealMapper.write(field, after, writer));
    return dsl.update(DEAL)
        .set(writer.forUpdate())
        .where(DEAL.ID.eq(before.id().value()), DEAL.VERSION.eq(before.version()));
  }

  /** Writes moves as they happened, one after the other. */
  void moveAll(Collection<DatedMove> moves) {
    dsl.batch(
            moves.stream()
                .map(
                    move ->
                        dsl.update(DEAL)
                            .set(
                                new DealWriter(move.deal().value(), sealing)
                                    .stageId(move.to().value())
                                    .stageSince(move.at().atOffset(ZoneOffset.UTC))
                                    .lostReason(move.lostReason())
                                    .forUpdate())
                            .where(DEAL.ID.eq(move.deal().value())))
                .toList())
        .execute();
  }

  /** The database archives what is deleted. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(DEAL).where(DEAL.ID.in(ids)).execute();
  }
}
