package eu.rempart.contact;

import static eu.rempart.db.generated.Tables.CONTACT;

import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.RowsById;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedContact;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.rule.RuleFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the index knows of contacts. */
@Component
class ContactSearch implements SearchSource {

  static final String KIND = "contact";

  /** Last name before first name: the order of an address book. */
  static final SearchField<String> NAME =
      SearchField.text("name").asSorted().showing("first_name", "last_name");

  static final SearchField<String> COMPANY =
      SearchField.text("company").asSorted().asFiltered().from("company");
  static final SearchField<String> JOB_TITLE =
      SearchField.text("job_title").asSorted().asFiltered();
  static final SearchField<String> CITY =
      SearchField.text("city").asSorted().asFiltered().showing("addresses");
  static final SearchField<String> COUNTRY =
      SearchField.keyword("country").asSorted().showing("addresses");
  static final SearchField<String> EMAIL = SearchField.email("email").asSorted().showing("emails");
  static final SearchField<String> PHONE = SearchField.phone("phone").asSorted().showing("phones");
  static final SearchField<String> EXTERNAL_ID = SearchField.keyword("external_id");
  static final SearchField<String> EXACT_NAME =
      SearchField.keyword("exact_name").showing("first_name", "last_name");
  static final SearchField<String> LANGUAGE = SearchField.keyword("language").asSorted();
  static final SearchField<LawfulBasis> LAWFUL_BASIS =
      SearchField.choice("lawful_basis", LawfulBasis.class);
  static final SearchField<Boolean> DO_NOT_CALL = SearchField.flag("do_not_call");
  static final SearchField<UUID> COMPANY_ID = SearchField.id("company_id");
  static final SearchField<UUID> OWNER = SearchField.id("owner");

  /** What brought them: manual, import … */
  static final SearchField<String> ORIGIN = SearchField.keyword("origin");

  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<Instant> CREATED = SearchField.instant("created");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          NAME,
          COMPANY,
          JOB_TITLE,
          CITY,
          COUNTRY,
          EMAIL,
          PHONE,
          EXTERNAL_ID,
          EXACT_NAME,
          LANGUAGE,
          LAWFUL_BASIS,
          DO_NOT_CALL,
          COMPANY_ID,
          OWNER,
          TAG,
          ORIGIN,
          CREATED,
          CHANGED);

  private static final Set<ContactField> READ =
      EnumSet.of(
          ContactField.FIRST_NAME,
          ContactField.LAST_NAME,
          ContactField.EMAILS,
          ContactField.PHONES,
          ContactField.ADDRESSES,
          ContactField.EXTERNAL_ID,
          ContactField.LANGUAGE,
          ContactField.LAWFUL_BASIS,
          ContactField.DO_NOT_CALL,
          ContactField.OWNER,
          ContactField.TAGS,
          ContactField.CUSTOM);
  private static final int BATCH = 1000;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final LinkRepository links;
  private final WholeTables tables;
  private final CustomIndex custom;
  private final RowsById<String> changed;

  ContactSearch(
      DSLContext dsl,
      Sealing sealing,
      LinkRepository links,
      WholeTables tables,
      CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.tables = tables;
    this.custom = custom;
    this.changed =
        new RowsById<>(
            dsl,
            _ -> columns(),
            (_, ids) -> DSL.select(columns()).from(CONTACT).where(CONTACT.ID.eq(DSL.any(ids))));
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
    return dsl.fetchCount(CONTACT);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(
        dsl.select(columns()).from(CONTACT),
        BATCH,
        rows -> batches.accept(() -> documents(rows.stream().<Row>map(row -> row::get).toList())));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(changed.fetch(KIND, ids));
  }

  /**
   * A company's name shows in its people's documents; of a changed link the database names both
   * ends.
   */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(KIND, Function.identity(), "company", links::contactsOf);
  }

  private static List<Field<?>> columns() {
    List<Field<?>> columns =
        new ArrayList<>(
            List.of(CONTACT.ID, CONTACT.CREATED_AT, CONTACT.CREATED_SOURCE, CONTACT.CHANGED_AT));
    columns.addAll(ContactMapper.columns(READ));
    return columns;
  }

  private List<SearchDocument> documents(List<Row> rows) {
    Map<UUID, List<Link>> linked =
        links.ofAll(rows.stream().map(row -> row.get(CONTACT.ID)).toList());
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream()
        .map(row -> document(row, own, linked.getOrDefault(row.get(CONTACT.ID), List.of())))
        .toList();
  }

  /** The form by which imports recognise whom they name; null for nobody's name. */
  private static @Nullable String exact(ContactData data) {
    String full = data.name().full();
    return full.isEmpty() ? null : ExactName.of(full);
  }

  private SearchDocument document(Row row, CustomIndex.Writer own, List<Link> places) {
    ContactData data = ContactMapper.open(new OpenedContact(row, sealing), READ).data();
    SearchDocument.Builder document =
        SearchDocument.of(row.get(CONTACT.ID))
            .with(NAME, sortName(data))
            .with(EXACT_NAME, exact(data))
            .withAll(COMPANY, places.stream().map(Link::companyName).toList())
            .withAll(
                JOB_TITLE,
                places.stream().map(p -> p.data().jobTitle()).filter(Objects::nonNull).toList())
            .withAll(COMPANY_ID, places.stream().map(p -> p.companyId().value()).toList())
            .withAll(CITY, data.addresses().stream().map(PostalAddress::city).toList())
            .withAll(COUNTRY, countries(data.addresses()))
            .withAll(
                EMAIL, primaryFirst(data.emails(), EmailEntry::primary, e -> e.address().value()))
            .withAll(
                PHONE, primaryFirst(data.phones(), PhoneEntry::primary, p -> p.number().dialled()))
            .withAll(
                EXTERNAL_ID,
                ExternalId.parse(data.externalId()).stream().map(ExternalId::key).toList())
            .with(LANGUAGE, data.language())
            .with(LAWFUL_BASIS, data.lawfulBasis())
            .with(DO_NOT_CALL, data.doNotCall())
            .with(OWNER, data.ownerId())
            .withAll(TAG, data.tags())
            .with(ORIGIN, row.get(CONTACT.CREATED_SOURCE))
            .with(CREATED, row.get(CONTACT.CREATED_AT).toInstant())
            .with(CHANGED, row.get(CONTACT.CHANGED_AT).toInstant());
    own.add(document, data.custom());
    return document.build();
  }

  private static String sortName(ContactData data) {
    String last = data.lastName() == null ? "" : data.lastName();
    String name = data.firstName() == null ? last : (last + " " + data.firstName()).strip();
    return name.isEmpty() ? data.displayName() : name;
  }

  private static List<String> countries(List<PostalAddress> addresses) {
    return addresses.stream()
        .map(PostalAddress::country)
        .filter(Objects::nonNull)
        .map(CountryCode::value)
        .toList();
  }

  private static <T> List<String> primaryFirst(
      List<T> entries, Predicate<T> primary, Function<T, String> text) {
    return Stream.concat(
            entries.stream().filter(primary), entries.stream().filter(primary.negate()))
        .map(text)
        .toList();
  }

  static Filter filter(ContactFilter filter, SearchSchema schema) {
    List<Filter> all = new ArrayList<>();
    in(all, COMPANY_ID, filter.companies().stream().map(CompanyId::value).toList());
    in(all, COUNTRY, filter.countries());
    in(all, LANGUAGE, filter.languages());
    in(all, OWNER, filter.owners());
    in(all, LAWFUL_BASIS, filter.lawfulBases());
    if (filter.withEmail() != null) {
      Filter present = Filter.present(EMAIL);
      all.add(filter.withEmail() ? present : Filter.not(present));
    }
    if (filter.doNotCall() != null) {
      all.add(Filter.is(DO_NOT_CALL, filter.doNotCall()));
    }
    in(all, TAG, filter.tags());
    if (!filter.rule().isEmpty()) {
      ZoneId zone = ZoneId.systemDefault();
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
