package eu.rempart.company;

import static eu.rempart.db.generated.Tables.COMPANY;

import eu.rempart.account.OwnerNames;
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
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.tag.TagNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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

  /** What the owner is called: only to sort by. */
  static final SearchField<String> OWNER_NAME =
      SearchField.text("owner_name").notSearched().asSorted().showing("owner_id");

  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");

  /** What the tags are called: only to sort by. */
  static final SearchField<String> TAG_NAMES =
      SearchField.text("tag_names").notSearched().asSorted().showing("tags");

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
          OWNER_NAME,
          TAG,
          TAG_NAMES,
          CREATED,
          CHANGED);

  private static final Set<CompanyField> READ =
      EnumSet.complementOf(EnumSet.of(CompanyField.DESCRIPTION, CompanyField.PARENT));
  private static final int BATCH = 1000;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;
  private final CustomIndex custom;
  private final OwnerNames owners;
  private final TagNames tags;
  private final RowsById<String> changed;

  CompanySearch(
      DSLContext dsl,
      Sealing sealing,
      WholeTables tables,
      CustomIndex custom,
      OwnerNames owners,
      TagNames tags) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
    this.custom = custom;
    this.owners = owners;
    this.tags = tags;
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
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(KIND, table, rows);
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

  /** The names of owners and tags show in documents of companies. */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(
        KIND,
        Function.identity(),
        OwnerNames.TABLE,
        ids -> idsOf(COMPANY.OWNER_ID.in(ids)),
        TagNames.TABLE,
        ids -> idsOf(DSL.arrayOverlap(COMPANY.TAGS, ids.toArray(UUID[]::new))));
  }

  /** Nothing of what belongs to companies. */
  @Override
  public boolean shows(String table, String part) {
    return false;
  }

  private Set<UUID> idsOf(Condition condition) {
    return dsl.select(COMPANY.ID).from(COMPANY).where(condition).fetchSet(COMPANY.ID);
  }

  private static List<org.jooq.Field<?>> columns() {
    List<org.jooq.Field<?>> columns =
        new ArrayList<>(List.of(COMPANY.ID, COMPANY.CREATED_AT, COMPANY.CHANGED_AT));
    columns.addAll(CompanyMapper.columns(READ));
    return columns;
  }

  private List<SearchDocument> documents(List<Row> rows) {
    Around around =
        new Around(
            owners.of(rows.stream().map(row -> row.get(COMPANY.OWNER_ID))),
            tags.of(rows.stream().map(row -> row.get(COMPANY.TAGS))),
            custom.writer(KIND));
    return rows.stream().map(row -> document(row, around)).toList();
  }

  /** What documents take from elsewhere than their records. */
  private record Around(Map<UUID, String> owners, Map<UUID, String> tags, CustomIndex.Writer own) {}

  private SearchDocument document(Row row, Around around) {
    CompanyData data = CompanyMapper.open(new OpenedCompany(row, sealing), READ).data();
    BigDecimal revenue = data.annualRevenue();
    UUID owner = data.ownerId();
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
            .with(OWNER, owner)
            .with(OWNER_NAME, owner == null ? null : around.owners().get(owner))
            .withAll(TAG, data.tags())
            .with(TAG_NAMES, TagNames.line(data.tags(), around.tags()))
            .with(CREATED, row.get(COMPANY.CREATED_AT).toInstant())
            .with(CHANGED, row.get(COMPANY.CHANGED_AT).toInstant());
    around.own().add(document, data.custom());
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
}
