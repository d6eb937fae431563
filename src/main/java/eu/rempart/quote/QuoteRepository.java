package eu.rempart.quote;

import static eu.rempart.db.generated.Tables.QUOTE;

import eu.rempart.common.Trace;
import eu.rempart.common.custom.CustomText;
import eu.rempart.company.CompanyId;
import eu.rempart.db.generated.OpenedQuote;
import eu.rempart.db.generated.QuoteWriter;
import eu.rempart.db.generated.tables.records.QuoteRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.money.Totals;
import eu.rempart.tag.TagIds;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Quotes in the database; sealed on the way in, opened on the way out. */
@Repository
class QuoteRepository {

  private static final Set<QuoteField> ALL = EnumSet.allOf(QuoteField.class);

  private final DSLContext dsl;
  private final Sealing sealing;

  QuoteRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  Optional<Quote> find(QuoteId id) {
    return dsl.selectFrom(QUOTE).where(QUOTE.ID.eq(id.value())).fetchOptional().map(this::quote);
  }

  /** Lets nobody else change it until this transaction ends. */
  void lock(QuoteId id) {
    dsl.select(QUOTE.ID).from(QUOTE).where(QUOTE.ID.eq(id.value())).forUpdate().fetch();
  }

  private Quote quote(QuoteRecord row) {
    QuoteMapper opened = QuoteMapper.open(row, sealing);
    String seller = new OpenedQuote(row, sealing).seller().orNull();
    return new Quote(
        new QuoteId(row.getId()),
        row.getVersion(),
        opened.data(),
        new Quote.Standing(
            QuoteState.valueOf(row.getState()),
            row.getNumber(),
            row.getIssuedOn(),
            row.getAnsweredOn(),
            seller == null ? null : Letterhead.parse(seller),
            row.getRevisesId() == null ? null : new QuoteId(row.getRevisesId())),
        opened.unopenable(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  /** The quotes that take the place of this one, drafts among them, oldest first. */
  List<QuoteRow> revisionsOf(QuoteId id) {
    return dsl.selectFrom(QUOTE)
        .where(QUOTE.REVISES_ID.eq(id.value()))
        .orderBy(QUOTE.CREATED_AT, QUOTE.ID)
        .fetch(this::row);
  }

  /** Rows in the order of these ids; ids of rows that are gone meanwhile are left out. */
  List<QuoteRow> rows(List<UUID> ids) {
    Map<UUID, QuoteRow> byId = new HashMap<>();
    dsl.selectFrom(QUOTE)
        .where(QUOTE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .forEach(row -> byId.put(row.getId(), row(row)));
    return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
  }

  /** Newest changes first: what a list shows while the index is being built. */
  List<QuoteRow> recent(int offset, int limit) {
    return newest(DSL.noCondition(), offset, limit);
  }

  List<QuoteRow> of(CompanyId company, int limit) {
    return newest(QUOTE.COMPANY_ID.eq(company.value()), 0, limit);
  }

  List<QuoteRow> of(DealId deal, int limit) {
    return newest(QUOTE.DEAL_ID.eq(deal.value()), 0, limit);
  }

  private List<QuoteRow> newest(Condition which, int offset, int limit) {
    return dsl.selectFrom(QUOTE)
        .where(which)
        .orderBy(QUOTE.CHANGED_AT.desc(), QUOTE.ID)
        .offset(offset)
        .limit(limit)
        .fetch(this::row);
  }

  int count(CompanyId company) {
    return dsl.fetchCount(QUOTE, QUOTE.COMPANY_ID.eq(company.value()));
  }

  int count(DealId deal) {
    return dsl.fetchCount(QUOTE, QUOTE.DEAL_ID.eq(deal.value()));
  }

  /** How many there are, counting no further than the cap. */
  int countUpTo(int cap) {
    return dsl.fetchCount(DSL.select(QUOTE.ID).from(QUOTE).limit(cap));
  }

  private QuoteRow row(QuoteRecord row) {
    OpenedQuote opened = new OpenedQuote(row, sealing);
    Map<QuoteField, String> unopenable = new EnumMap<>(QuoteField.class);
    return new QuoteRow(
        new QuoteId(row.getId()),
        row.getVersion(),
        row.getOwnerId(),
        QuoteState.valueOf(row.getState()),
        row.getNumber(),
        text(QuoteField.TITLE, opened.title(), unopenable),
        text(QuoteField.CUSTOMER_NAME, opened.customerName(), unopenable),
        row.getNet(),
        row.getTotal(),
        row.getCurrency(),
        row.getIssuedOn(),
        row.getValidUntil(),
        TagIds.of(row.getTags()),
        CustomText.values(text(QuoteField.CUSTOM, opened.custom(), unopenable)),
        row.getChangedAt().toInstant(),
        unopenable);
  }

  private static @Nullable String text(
      QuoteField field, Opened<String> opened, Map<QuoteField, String> unopenable) {
    return switch (opened) {
      case Opened.Clear<String>(var value) -> value;
      case Opened.Unopenable<String>(var code) -> {
        unopenable.put(field, code);
        yield null;
      }
    };
  }

  void insert(QuoteId id, QuoteData data, Totals totals, @Nullable QuoteId revises) {
    QuoteWriter writer = new QuoteWriter(id.value(), sealing);
    ALL.forEach(field -> QuoteMapper.write(field, data, writer));
    QuoteMapper.write(totals, writer);
    writer.state(QuoteState.DRAFT.name()).revisesId(revises == null ? null : revises.value());
    dsl.insertInto(QUOTE).set(writer.forInsert()).execute();
  }

  /**
   * Writes these fields, if the version is still this one.
   *
   * @param totals null where no field is among them that they follow from
   */
  boolean update(
      QuoteId id, int version, Set<QuoteField> fields, QuoteData data, @Nullable Totals totals) {
    QuoteWriter writer = new QuoteWriter(id.value(), sealing);
    fields.forEach(field -> QuoteMapper.write(field, data, writer));
    if (totals != null) {
      QuoteMapper.write(totals, writer);
    }
    return update(id, version, writer);
  }

  /** Writes what changes in these; answers those that somebody changed meanwhile. */
  Set<QuoteId> updateAll(Map<Quote, QuoteData> changes) {
    Set<QuoteId> stale = new HashSet<>();
    changes.forEach(
        (quote, after) -> {
          Set<QuoteField> fields = QuoteField.changed(quote.data(), after);
          if (!fields.isEmpty() && !update(quote.id(), quote.version(), fields, after, null)) {
            stale.add(quote.id());
          }
        });
    return stale;
  }

  List<Quote> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(QUOTE)
        .where(QUOTE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::quote);
  }

  private boolean update(QuoteId id, int version, QuoteWriter writer) {
    return dsl.update(QUOTE)
            .set(writer.forUpdate())
            .where(QUOTE.ID.eq(id.value()), QUOTE.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Issues a draft, if the version is still this one; the database gives it its number. */
  boolean issue(QuoteId id, int version, LocalDate day, Letterhead seller) {
    return update(
        id,
        version,
        new QuoteWriter(id.value(), sealing)
            .state(QuoteState.ISSUED.name())
            .issuedOn(day)
            .seller(seller.toJson()));
  }

  /** Writes what became of an issued one, if the version is still this one. */
  boolean answer(QuoteId id, int version, QuoteState state, @Nullable LocalDate day) {
    return update(
        id, version, new QuoteWriter(id.value(), sealing).state(state.name()).answeredOn(day));
  }

  /** Says that another took its place; false where it is not there for whoever asks. */
  boolean revised(QuoteId id) {
    return dsl.update(QUOTE)
            .set(
                new QuoteWriter(id.value(), sealing)
                    .state(QuoteState.REVISED.name())
                    .answeredOn(null)
                    .forUpdate())
            .where(QUOTE.ID.eq(id.value()), QUOTE.STATE.ne(QuoteState.REVISED.name()))
            .execute()
        == 1;
  }

  /** The database archives what is deleted, and refuses what is issued. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(QUOTE).where(QUOTE.ID.in(ids)).execute();
  }
}
