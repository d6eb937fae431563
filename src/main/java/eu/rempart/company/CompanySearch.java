package eu.rempart.company;

import static eu.rempart.db.generated.Tables.COMPANY;

import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.RowsById;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedCompany;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.rule.RuleFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the index knows of companies. */
@Component
class CompanySearch implements SearchSource {

  static final String KIND = "company";
  static final SearchField<String> NAME = SearchField.text("name").asSorted();
  static final SearchField<String> INDUSTRY = SearchField.text("industry").asSorted().asFiltered();
  static final SearchField<String> CITY =
      SearchField.text("city").asSorted().asFiltered().showing("addresses");
  static final SearchField<String> COUNTRY =
      SearchField.keyword("country").asSorted().showing("addresses");
  static final SearchField<String> EMAIL = SearchField.email("email").asSorted().showing("emails");
  static final SearchField<String> PHONE = SearchField.phone("phone").asSorted().showing("phones");
  static final SearchField<String> WEBSITE = SearchField.text("website").asSorted();
  static final SearchField<String> NUMBERS =
      SearchField.text("numbers").showing("vat_number", "register_number");
  static final SearchField<String> EXTERNAL_ID = SearchField.keyword("external_id");
  static final SearchField<String> EXACT_NAME = SearchField.keyword("exact_name").showing("name");
  static final SearchField<String> LANGUAGE = SearchField.keyword("language").asSorted();
  static final SearchField<CompanyType> TYPE = SearchField.choice("type", CompanyType.class);
  static final SearchField<CompanySize> SIZE = SearchField.choice("size", CompanySize.class);
  static final SearchField<Long> REVENUE = SearchField.number("revenue").showing("annual_revenue");
  static final SearchField<UUID> OWNER = SearchField.id("owner");
  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<Instant> CREATED = SearchField.instant("created");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          NAME,
          INDUSTRY,
          CITY,
          COUNTRY,
          EMAIL,
          PHONE,
          WEBSITE,
          NUMBERS,
          EXTERNAL_ID,
          EXACT_NAME,
          LANGUAGE,
          TYPE,
          SIZE,
          REVENUE,
          OWNER,
          TAG,
          CREATED,
          CHANGED);

  private static final Set<CompanyField> READ =
      EnumSet.complementOf(EnumSet.of(CompanyField.DESCRIPTION, CompanyField.PARENT));
  private static final int BATCH = 1000;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;
  private final CustomIndex custom;
  private final RowsById<String> changed;

  CompanySearch(DSLContext dsl, Sealing sealing, WholeTables tables, CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
    this.custom = custom;
    this.changed =
        new RowsById<>(
            dsl,
            _ -> columns(),
            (_, ids) -> DSL.select(columns()).from(COMPANY).where(COMPANY.ID.eq(DSL.any(ids))));
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
  public Set<String> shapedBy() {
    return CustomIndex.TABLES;
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(COMPANY);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(
        dsl.select(columns()).from(COMPANY),
        BATCH,
        rows -> batches.accept(() -> documents(rows.stream().<Row>map(row -> row::get).toList())));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(changed.fetch(KIND, ids));
  }

  private static List<org.jooq.Field<?>> columns() {
    List<org.jooq.Field<?>> columns =
        new ArrayList<>(List.of(COMPANY.ID, COMPANY.CREATED_AT, COMPANY.CHANGED_AT));
    columns.addAll(CompanyMapper.columns(READ));
    return columns;
  }

  private List<SearchDocument> documents(List<Row> rows) {
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream().map(row -> document(row, own)).toList();
  }

  private SearchDocument document(Row row, CustomIndex.Writer own) {
    CompanyData data = CompanyMapper.open(new OpenedCompany(row, sealing), READ).data();
    BigDecimal revenue = data.annualRevenue();
    SearchDocument.Builder document =
        SearchDocument.of(row.get(COMPANY.ID))
            .with(NAME, data.name())
            .with(EXACT_NAME, data.name() == null ? null : exact(data.name()))
            .with(INDUSTRY, data.industry())
            .withAll(CITY, data.addresses().stream().map(PostalAddress::city).toList())
            .withAll(COUNTRY, countries(data.addresses()))
            .withAll(
                EMAIL, primaryFirst(data.emails(), EmailEntry::primary, e -> e.address().value()))
            .withAll(
                PHONE, primaryFirst(data.phones(), PhoneEntry::primary, p -> p.number().dialled()))
            .with(WEBSITE, data.website())
            .with(NUMBERS, data.vatNumber())
            .with(NUMBERS, data.registerNumber())
            .withAll(
                EXTERNAL_ID,
                ExternalId.parse(data.externalId()).stream().map(ExternalId::key).toList())
            .with(LANGUAGE, data.language())
            .with(TYPE, data.type())
            .with(SIZE, data.size())
            .with(REVENUE, revenue == null ? null : revenue.movePointRight(2).longValue())
            .with(OWNER, data.ownerId())
            .withAll(TAG, data.tags())
            .with(CREATED, row.get(COMPANY.CREATED_AT).toInstant())
            .with(CHANGED, row.get(COMPANY.CHANGED_AT).toInstant());
    own.add(document, data.custom());
    return document.build();
  }

  /** The form by which imports recognise a company's name. */
  static String exact(String name) {
    return ExactName.of(name);
  }

  private static List<String> countries(List<PostalAddress> addresses) {
    return addresses.stream()
        .map(PostalAddress::country)
        .filter(Objects::nonNull)
        .map(CountryCode::value)
        .toList();
  }

  private static <T> List<String> primaryFirst(
      List<T> entries,
      java.util.function.Predicate<T> primary,
      java.util.function.Function<T, String> text) {
    return java.util.stream.Stream.concat(
            entries.stream().filter(primary), entries.stream().filter(primary.negate()))
        .map(text)
        .toList();
  }

  static Filter filter(CompanyFilter filter, SearchSchema schema) {
    List<Filter> all = new ArrayList<>();
    in(all, TYPE, filter.types());
    in(all, SIZE, filter.sizes());
    in(all, COUNTRY, filter.countries());
    in(all, OWNER, filter.owners());
    if (filter.withEmail() != null) {
      Filter present = Filter.present(EMAIL);
      all.add(filter.withEmail() ? present : Filter.not(present));
    }
    in(all, TAG, filter.tags());
    if (!filter.rule().isEmpty()) {
      ZoneId zone = ZoneId.systemDefault();
      all.add(new RuleFilter(schema, LocalDate.now(zone), zone).of(filter.rule()));
    }
    return new Filter.And(all);
  }

  private static <T> void in(List<Filter> all, SearchField<T> field, Set<T> values) {
    if (!values.isEmpty()) {
      all.add(Filter.in(field, values));
    }
  }

  /** What a list asks the index. */
  static SearchQuery query(CompanyQuery query, SearchSchema schema) {
    return SearchQuery.all(KIND)
        .text(query.text())
        .filter(filter(query.filter(), schema))
        .sort(CustomIndex.sort(schema, query.sortedBy(), query.descending()).orElse(sort(query)));
  }

  private static @Nullable SearchSort sort(CompanyQuery query) {
    var field = query.sort().sort();
    return field == null || (query.sort() == CompanyColumn.NAME && !query.descending())
        ? null
        : new SearchSort(field, query.descending());
  }
}
