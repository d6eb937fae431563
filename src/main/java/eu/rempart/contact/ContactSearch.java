package eu.rempart.contact;

import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY;

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
import eu.rempart.db.generated.OpenedContact;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.tag.TagNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
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

  /** By the day of the year, since not every year is known. */
  static final SearchField<Long> BIRTHDAY = SearchField.number("birthday");

  static final SearchField<UUID> OWNER = SearchField.id("owner");

  /** What the owner is called: only to sort by. */
  static final SearchField<String> OWNER_NAME =
      SearchField.text("owner_name").notSearched().asSorted().showing("owner_id");

  /** What brought them: manual, import … */
  static final SearchField<String> ORIGIN = SearchField.keyword("origin");

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
          BIRTHDAY,
          OWNER,
          OWNER_NAME,
          TAG,
          TAG_NAMES,
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
          ContactField.BIRTHDAY,
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
  private final OwnerNames owners;
  private final TagNames tags;
  private final RowsById<String> changed;

  ContactSearch(
      DSLContext dsl,
      Sealing sealing,
      LinkRepository links,
      WholeTables tables,
      CustomIndex custom,
      OwnerNames owners,
      TagNames tags) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.tables = tables;
    this.custom = custom;
    this.owners = owners;
    this.tags = tags;
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
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(KIND, table, rows);
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
   * The names of companies, owners and tags show in documents of people; of a changed link the
   * database names both ends.
   */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(
        KIND,
        Function.identity(),
        "company",
        links::contactsOf,
        OwnerNames.TABLE,
        ids -> idsOf(CONTACT.OWNER_ID.in(ids)),
        TagNames.TABLE,
        ids -> idsOf(DSL.arrayOverlap(CONTACT.TAGS, ids.toArray(UUID[]::new))));
  }

  /** Of all that belongs to people, and to the companies where they work, their jobs alone. */
  @Override
  public boolean shows(String table, String part) {
    return table.equals(KIND) && part.equals(CONTACT_COMPANY.getName());
  }

  private Set<UUID> idsOf(Condition condition) {
    return dsl.select(CONTACT.ID).from(CONTACT).where(condition).fetchSet(CONTACT.ID);
  }

  private static List<Field<?>> columns() {
    List<Field<?>> columns =
        new ArrayList<>(
            List.of(CONTACT.ID, CONTACT.CREATED_AT, CONTACT.CREATED_SOURCE, CONTACT.CHANGED_AT));
    columns.addAll(ContactMapper.columns(READ));
    return columns;
  }

  private List<SearchDocument> documents(List<Row> rows) {
    Around around =
        new Around(
            links.ofAll(rows.stream().map(row -> row.get(CONTACT.ID)).toList()),
            owners.of(rows.stream().map(row -> row.get(CONTACT.OWNER_ID))),
            tags.of(rows.stream().map(row -> row.get(CONTACT.TAGS))),
            custom.writer(KIND));
    return rows.stream().map(row -> document(row, around)).toList();
  }

  /** What documents take from elsewhere than their records. */
  private record Around(
      Map<UUID, List<Link>> links,
      Map<UUID, String> owners,
      Map<UUID, String> tags,
      CustomIndex.Writer own) {}

  private SearchDocument document(Row row, Around around) {
    ContactData data = ContactMapper.open(new OpenedContact(row, sealing), READ).data();
    List<Link> places = around.links().getOrDefault(row.get(CONTACT.ID), List.of());
    UUID owner = data.ownerId();
    SearchDocument.Builder document =
        SearchDocument.of(row.get(CONTACT.ID))
            .with(NAME, data.sortName())
            .with(EXACT_NAME, ExactName.orNull(data.name().full()))
            .withAll(COMPANY, places.stream().map(Link::companyName).toList())
            .withAll(
                JOB_TITLE,
                places.stream().map(p -> p.data().jobTitle()).filter(Objects::nonNull).toList())
            .withAll(COMPANY_ID, places.stream().map(p -> p.companyId().value()).toList())
            .withAll(CITY, data.addresses().stream().map(PostalAddress::city).toList())
            .withAll(
                COUNTRY,
                data.addresses().stream()
                    .flatMap(a -> Optional.ofNullable(a.country()).stream())
                    .map(CountryCode::value)
                    .toList())
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
            .with(BIRTHDAY, data.birthday() == null ? null : data.birthday().inCalendar())
            .with(OWNER, owner)
            .with(OWNER_NAME, owner == null ? null : around.owners().get(owner))
            .withAll(TAG, data.tags())
            .with(TAG_NAMES, TagNames.line(data.tags(), around.tags()))
            .with(ORIGIN, row.get(CONTACT.CREATED_SOURCE))
            .with(CREATED, row.get(CONTACT.CREATED_AT).toInstant())
            .with(CHANGED, row.get(CONTACT.CHANGED_AT).toInstant());
    around.own().add(document, data.custom());
    return document.build();
  }

  private static <T> List<String> primaryFirst(
      List<T> entries, Predicate<T> primary, Function<T, String> text) {
    return Stream.of(primary, primary.negate())
        .flatMap(which -> entries.stream().filter(which).map(text))
        .toList();
  }
}
