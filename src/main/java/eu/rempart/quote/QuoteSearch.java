package eu.rempart.quote;

import static eu.rempart.db.generated.Tables.QUOTE;

import eu.rempart.common.custom.CustomText;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedQuote;
import eu.rempart.db.generated.tables.records.QuoteRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.tag.TagIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the index knows of quotes. */
@Component
class QuoteSearch implements SearchSource {

  static final String KIND = "quote";
  static final SearchField<String> TITLE = SearchField.text("title").asSorted();
  static final SearchField<String> NUMBER = SearchField.text("number").asSorted();
  static final SearchField<String> CUSTOMER =
      SearchField.text("customer").asSorted().asFiltered().showing("customer_name");

  /** As it is kept: EXPIRED follows from the day. */
  static final SearchField<QuoteState> STATE = SearchField.choice("state", QuoteState.class);

  /** In hundredths, whatever the currency. */
  static final SearchField<Long> TOTAL = SearchField.number("total").showing("total", "lines");

  static final SearchField<LocalDate> ISSUED = SearchField.date("issued").showing("issued_on");
  static final SearchField<LocalDate> VALID_UNTIL = SearchField.date("valid_until");
  static final SearchField<UUID> OWNER = SearchField.id("owner");
  static final SearchField<UUID> COMPANY_ID = SearchField.id("company_id");
  static final SearchField<UUID> DEAL_ID = SearchField.id("deal_id");
  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          TITLE,
          NUMBER,
          CUSTOMER,
          STATE,
          TOTAL,
          ISSUED,
          VALID_UNTIL,
          OWNER,
          COMPANY_ID,
          DEAL_ID,
          TAG,
          CHANGED);

  private static final int BATCH = 500;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;
  private final CustomIndex custom;

  QuoteSearch(DSLContext dsl, Sealing sealing, WholeTables tables, CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SearchSchema schema() {
    return custom.schema(KNOWN);
  }

  @Override
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(KIND, table, rows);
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(QUOTE);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(dsl.selectFrom(QUOTE), BATCH, rows -> batches.accept(() -> documents(rows)));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(
        dsl.selectFrom(QUOTE).where(QUOTE.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch());
  }

  private List<SearchDocument> documents(List<QuoteRecord> rows) {
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream().map(row -> document(row, own)).toList();
  }

  private SearchDocument document(QuoteRecord row, CustomIndex.Writer own) {
    OpenedQuote opened = new OpenedQuote(row, sealing);
    SearchDocument.Builder document =
        SearchDocument.of(row.getId())
            .with(TITLE, opened.title().orNull())
            .with(NUMBER, row.getNumber())
            .with(CUSTOMER, opened.customerName().orNull())
            .with(STATE, QuoteState.valueOf(row.getState()))
            .with(TOTAL, row.getTotal().movePointRight(2).longValue())
            .with(ISSUED, row.getIssuedOn())
            .with(VALID_UNTIL, row.getValidUntil())
            .with(OWNER, row.getOwnerId())
            .with(COMPANY_ID, row.getCompanyId())
            .with(DEAL_ID, row.getDealId())
            .withAll(TAG, TagIds.of(row.getTags()))
            .with(CHANGED, row.getChangedAt().toInstant());
    own.add(document, CustomText.values(opened.custom().orNull()));
    return document.build();
  }

  /** Those of these states on a day; all where none is named. */
  static Filter filter(Set<QuoteState> states, LocalDate today) {
    if (states.isEmpty()) {
      return Filter.everything();
    }
    Filter late = Filter.between(VALID_UNTIL, null, today.minusDays(1));
    List<Filter> any = new ArrayList<>();
    for (QuoteState state : states) {
      any.add(
          switch (state) {
            case EXPIRED -> Filter.and(Filter.is(STATE, QuoteState.ISSUED), late);
            case ISSUED -> Filter.and(Filter.is(STATE, state), Filter.not(late));
            case DRAFT, ACCEPTED, DECLINED, REVISED -> Filter.is(STATE, state);
          });
    }
    return Filter.or(any.toArray(Filter[]::new));
  }
}
