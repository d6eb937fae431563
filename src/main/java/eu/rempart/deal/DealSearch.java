package eu.rempart.deal;

import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.DEAL_CONTACT;
import static eu.rempart.db.generated.Tables.PIPELINE_STAGE;

import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.OpenedDeal;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.generated.tables.Company;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.rule.RuleFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the index knows of deals. */
@Component
class DealSearch implements SearchSource {

  static final String KIND = "deal";
  static final SearchField<String> NAME = SearchField.text("name").asSorted();
  static final SearchField<String> COMPANY =
      SearchField.text("company").asSorted().asFiltered().from("company").showing("company_id");
  static final SearchField<String> SOURCE = SearchField.text("source").asSorted().asFiltered();
  static final SearchField<String> EXTERNAL_ID = SearchField.keyword("external_id");
  static final SearchField<String> EXACT_NAME = SearchField.keyword("exact_name").showing("name");

  /** In hundredths, whatever the currency. */
  static final SearchField<Long> AMOUNT = SearchField.number("amount");

  static final SearchField<String> CURRENCY = SearchField.keyword("currency");

  static final SearchField<Long> STAGE_ORDER = SearchField.number("stage_order");
  static final SearchField<DealState> STATE = SearchField.choice("state", DealState.class);
  static final SearchField<LocalDate> EXPECTED_CLOSE = SearchField.date("expected_close");
  static final SearchField<UUID> PIPELINE = SearchField.id("pipeline");
  static final SearchField<UUID> STAGE = SearchField.id("stage");
  static final SearchField<UUID> OWNER = SearchField.id("owner");
  static final SearchField<UUID> COMPANY_ID = SearchField.id("company_id");
  static final SearchField<UUID> CONTACT_ID = SearchField.id("contact_id");
  static final SearchField<Instant> SINCE = SearchField.instant("since");
  static final SearchField<Instant> CLOSED = SearchField.instant("closed");
  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<Instant> CREATED = SearchField.instant("created");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          NAME,
          COMPANY,
          SOURCE,
          EXTERNAL_ID,
          EXACT_NAME,
          AMOUNT,
          CURRENCY,
          STAGE_ORDER,
          STATE,
          EXPECTED_CLOSE,
          PIPELINE,
          STAGE,
          OWNER,
          COMPANY_ID,
          CONTACT_ID,
          SINCE,
          CLOSED,
          TAG,
          CREATED,
          CHANGED);

  private static final Set<DealField> READ =
      EnumSet.complementOf(
          EnumSet.of(
              DealField.DESCRIPTION, DealField.LOST_REASON, DealField.LINES, DealField.AMOUNT_BY));
  private static final int BATCH = 1000;

  private static final Company FIRMS = Tables.COMPANY;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final DealContactRepository people;
  private final WholeTables tables;
  private final CustomIndex custom;

  DealSearch(
      DSLContext dsl,
      Sealing sealing,
      DealContactRepository people,
      WholeTables tables,
      CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.people = people;
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
    return dsl.fetchCount(DEAL);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(select(), BATCH, rows -> batches.accept(() -> documents(rows)));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(select().where(DEAL.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch());
  }

  /**
   * Names of companies and the order of stages show in deals; of a changed link the database names
   * both ends.
   */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(
        KIND,
        Function.identity(),
        "company",
        ids -> deals(DEAL.COMPANY_ID, ids),
        "pipeline_stage",
        ids -> deals(DEAL.STAGE_ID, ids));
  }

  /** Of all that belongs to deals, and to their companies, who takes part alone. */
  @Override
  public boolean shows(String table, String part) {
    return table.equals(KIND) && part.equals(DEAL_CONTACT.getName());
  }

  private Set<UUID> deals(Field<UUID> column, Set<UUID> ids) {
    return dsl.select(DEAL.ID)
        .from(DEAL)
        .where(column.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchSet(DEAL.ID);
  }

  private SelectOnConditionStep<Record> select() {
    List<Field<?>> columns =
        new ArrayList<>(
            List.of(
                DEAL.ID,
                DEAL.STATE,
                DEAL.PIPELINE_ID,
                DEAL.STAGE_SINCE,
                DEAL.CLOSED_AT,
                DEAL.CREATED_AT,
                DEAL.CHANGED_AT,
                PIPELINE_STAGE.POSITION,
                FIRMS.NAME));
    columns.addAll(DealMapper.columns(READ));
    return dsl.select(columns)
        .from(DEAL)
        .join(PIPELINE_STAGE)
        .on(PIPELINE_STAGE.ID.eq(DEAL.STAGE_ID))
        .leftJoin(FIRMS)
        .on(FIRMS.ID.eq(DEAL.COMPANY_ID));
  }

  private List<SearchDocument> documents(List<? extends Record> rows) {
    Map<UUID, List<UUID>> contacts =
        people.contactsOf(rows.stream().map(row -> row.get(DEAL.ID)).toList());
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream()
        .map(row -> document(row, own, contacts.getOrDefault(row.get(DEAL.ID), List.of())))
        .toList();
  }

  private SearchDocument document(Record row, CustomIndex.Writer own, List<UUID> contacts) {
    DealData data = DealMapper.open(new OpenedDeal(row, sealing), READ).data();
    BigDecimal amount = data.amount();
    CompanyId company = data.companyId();
    StageId stage = data.stageId();
    OffsetDateTime closed = row.get(DEAL.CLOSED_AT);
    SearchDocument.Builder document =
        SearchDocument.of(row.get(DEAL.ID))
            .with(NAME, data.name())
            .with(COMPANY, company == null ? null : name(company, row))
            .with(SOURCE, data.source())
            .withAll(
                EXTERNAL_ID,
                ExternalId.parse(data.externalId()).stream().map(ExternalId::key).toList())
            .with(EXACT_NAME, data.name() == null ? null : ExactName.of(data.name()))
            .with(AMOUNT, amount == null ? null : amount.movePointRight(2).longValue())
            .with(CURRENCY, data.currency())
            .with(STAGE_ORDER, row.get(PIPELINE_STAGE.POSITION).longValue())
            .with(STATE, DealState.valueOf(row.get(DEAL.STATE)))
            .with(EXPECTED_CLOSE, data.expectedClose())
            .with(PIPELINE, row.get(DEAL.PIPELINE_ID))
            .with(STAGE, stage == null ? null : stage.value())
            .with(OWNER, data.ownerId())
            .with(COMPANY_ID, company == null ? null : company.value())
            .withAll(CONTACT_ID, contacts)
            .with(SINCE, row.get(DEAL.STAGE_SINCE).toInstant())
            .with(CLOSED, closed == null ? null : closed.toInstant())
            .withAll(TAG, data.tags())
            .with(CREATED, row.get(DEAL.CREATED_AT).toInstant())
            .with(CHANGED, row.get(DEAL.CHANGED_AT).toInstant());
    own.add(document, data.custom());
    return document.build();
  }

  private @Nullable String name(CompanyId company, Record row) {
    return sealing
        .of(FIRMS.getName(), company.value())
        .open(CompanySealed.NAME, row.get(FIRMS.NAME))
        .orNull();
  }

  static Filter filter(DealFilter filter, SearchSchema schema, ZoneId zone) {
    List<Filter> all = new ArrayList<>();
    in(all, STATE, filter.states());
    in(all, PIPELINE, filter.pipelines().stream().map(PipelineId::value).toList());
    in(all, STAGE, filter.stages().stream().map(StageId::value).toList());
    in(all, OWNER, filter.owners());
    in(all, COMPANY_ID, filter.companies().stream().map(CompanyId::value).toList());
    in(all, CONTACT_ID, filter.contacts().stream().map(ContactId::value).toList());
    if (filter.from() != null || filter.to() != null) {
      all.add(Filter.between(EXPECTED_CLOSE, filter.from(), filter.to()));
    }
    in(all, TAG, filter.tags());
    if (!filter.rule().isEmpty()) {
      all.add(new RuleFilter(schema, LocalDate.now(zone), zone).of(filter.rule()));
    }
    return new Filter.And(all);
  }

  private static <T> void in(List<Filter> all, SearchField<T> field, Collection<T> values) {
    if (!values.isEmpty()) {
      all.add(Filter.in(field, values));
    }
  }
}
