package eu.rempart.contact;

import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY;

import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactRow.Employer;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.db.ManyRows;
import eu.rempart.db.RowsById;
import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.ContactCompanySealed;
import eu.rempart.db.generated.ContactCompanyWriter;
import eu.rempart.db.generated.OpenedContactCompany;
import eu.rempart.db.generated.tables.records.ContactCompanyRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The places that contacts have in companies. */
@Repository
class LinkRepository {

  private static final Field<UUID> COMPANY_ID = CONTACT_COMPANY.COMPANY_ID;

  /** What a {@link Link} is made of. */
  private static final List<Field<?>> COLUMNS =
      List.of(
          CONTACT_COMPANY.ID,
          CONTACT_COMPANY.VERSION,
          CONTACT_COMPANY.CONTACT_ID,
          COMPANY_ID,
          CONTACT_COMPANY.JOB_TITLE,
          CONTACT_COMPANY.ROLE,
          CONTACT_COMPANY.CURRENT,
          CONTACT_COMPANY.MAIN,
          COMPANY.NAME);

  private static final List<OrderField<?>> MAIN_FIRST =
      List.of(CONTACT_COMPANY.MAIN.desc(), CONTACT_COMPANY.CURRENT.desc(), CONTACT_COMPANY.ID);

  /** {@link #MAIN_FIRST} for rows that were read already; ids as PostgreSQL orders them. */
  private static final Comparator<Row> MAIN =
      Comparator.<Row, Boolean>comparing(row -> row.get(CONTACT_COMPANY.MAIN))
          .thenComparing(row -> row.get(CONTACT_COMPANY.CURRENT))
          .reversed()
          .thenComparing(row -> row.get(CONTACT_COMPANY.ID).toString());

  private final DSLContext dsl;
  private final Sealing sealing;
  private final RowsById<String> ofContacts;

  LinkRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.ofContacts =
        new RowsById<>(
            dsl,
            _ -> COLUMNS,
            (_, contacts) -> select(CONTACT_COMPANY.CONTACT_ID.eq(DSL.any(contacts))));
  }

  /** The links of a contact: current before former, the main one first. */
  List<Link> of(ContactId contact) {
    return fetch(CONTACT_COMPANY.CONTACT_ID.eq(contact.value()));
  }

  /** The people of a company: current before former. */
  List<Link> of(CompanyId company) {
    return fetch(CONTACT_COMPANY.COMPANY_ID.eq(company.value()));
  }

  Optional<Link> find(UUID id) {
    return fetch(CONTACT_COMPANY.ID.eq(id)).stream().findFirst();
  }

  /**
   * Adds to each contact its companies, a row each, of which {@link #mainOf} chooses: a list costs
   * one query, and much less than with a subquery for each row.
   */
  static SelectJoinStep<Record> joinEmployers(SelectJoinStep<Record> contacts) {
    return contacts
        .leftJoin(CONTACT_COMPANY.join(COMPANY).on(COMPANY.ID.eq(COMPANY_ID)))
        .on(CONTACT_COMPANY.CONTACT_ID.eq(CONTACT.ID));
  }

  /** Columns of {@link #joinEmployers}. */
  static List<Field<?>> employerColumns() {
    return List.of(
        CONTACT_COMPANY.ID,
        COMPANY_ID,
        CONTACT_COMPANY.JOB_TITLE,
        CONTACT_COMPANY.MAIN,
        CONTACT_COMPANY.CURRENT,
        COMPANY.NAME);
  }

  /** Of two companies of a contact the one that {@link #of} puts first. */
  static Row mainOf(Row one, Row other) {
    return MAIN.compare(one, other) <= 0 ? one : other;
  }

  /** What {@link #joinEmployers} found for this row. */
  @Nullable Employer employer(Row row) {
    UUID company = row.get(COMPANY_ID);
    if (company == null) {
      return null;
    }
    return new Employer(
        new CompanyId(company),
        name(company, row.get(COMPANY.NAME)),
        sealing
            .of(CONTACT_COMPANY.getName(), row.get(CONTACT_COMPANY.ID))
            .open(ContactCompanySealed.JOB_TITLE, row.get(CONTACT_COMPANY.JOB_TITLE))
            .orNull());
  }

  /** The links of each of these contacts, in the order of {@link #of}. */
  Map<UUID, List<Link>> ofAll(Collection<UUID> contacts) {
    return ofContacts.fetch(CONTACT_COMPANY.getName(), contacts).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(CONTACT_COMPANY.CONTACT_ID),
                Collectors.mapping(this::link, Collectors.toList())));
  }

  Map<ContactId, Set<CompanyId>> companiesOf(Collection<ContactId> contacts) {
    Map<ContactId, Set<CompanyId>> companies = new HashMap<>();
    dsl.select(CONTACT_COMPANY.CONTACT_ID, CONTACT_COMPANY.COMPANY_ID)
        .from(CONTACT_COMPANY)
        .where(CONTACT_COMPANY.CONTACT_ID.in(contacts.stream().map(ContactId::value).toList()))
        .forEach(
            row ->
                companies
                    .computeIfAbsent(new ContactId(row.value1()), contact -> new HashSet<>())
                    .add(new CompanyId(row.value2())));
    return companies;
  }

  Set<UUID> contactsOf(Collection<UUID> companies) {
    return dsl.selectDistinct(CONTACT_COMPANY.CONTACT_ID)
        .from(CONTACT_COMPANY)
        .where(CONTACT_COMPANY.COMPANY_ID.eq(DSL.any(companies.toArray(UUID[]::new))))
        .fetchSet(CONTACT_COMPANY.CONTACT_ID);
  }

  /** The contacts that are linked with these companies and with no others, seen or not. */
  Set<UUID> contactsOnlyOf(Collection<UUID> companies) {
    return dsl.select(CONTACT.ID)
        .from(CONTACT)
        .where(
            DSL.condition(
                "{0} IN (SELECT rempart.people_only_of({1}))",
                CONTACT.ID, DSL.val(companies.toArray(UUID[]::new))))
        .fetchSet(CONTACT.ID);
  }

  private List<Link> fetch(Condition condition) {
    return dsl.fetch(select(condition)).map(row -> link(row::get));
  }

  private static Select<Record> select(Condition condition) {
    return DSL.select(COLUMNS)
        .from(CONTACT_COMPANY)
        .join(COMPANY)
        .on(COMPANY.ID.eq(CONTACT_COMPANY.COMPANY_ID))
        .where(condition)
        .orderBy(MAIN_FIRST);
  }

  private Link link(Row row) {
    OpenedContactCompany opened = new OpenedContactCompany(row, sealing);
    UUID company = row.get(CONTACT_COMPANY.COMPANY_ID);
    return new Link(
        row.get(CONTACT_COMPANY.ID),
        row.get(CONTACT_COMPANY.VERSION),
        new ContactId(row.get(CONTACT_COMPANY.CONTACT_ID)),
        new CompanyId(company),
        name(company, row.get(COMPANY.NAME)),
        new LinkData(
            opened.jobTitle().orNull(),
            opened.role() == null ? null : ContactCompanyRole.valueOf(opened.role()),
            opened.current(),
            opened.main()));
  }

  private String name(UUID company, byte @Nullable [] sealed) {
    return switch (sealing.of(COMPANY.getName(), company).open(CompanySealed.NAME, sealed)) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  void insert(Collection<NewLink> links) {
    ManyRows.insert(dsl, links.stream().map(this::sealed).toList());
  }

  private ContactCompanyRecord sealed(NewLink link) {
    return write(link.id(), link.data())
        .contactId(link.contactId().value())
        .companyId(link.companyId().value())
        .forInsert();
  }

  private ContactCompanyWriter write(UUID id, LinkData data) {
    return new ContactCompanyWriter(id, sealing)
        .jobTitle(data.jobTitle())
        .role(data.role() == null ? null : data.role().name())
        .current(data.current())
        .main(data.main());
  }

  /** Writes the link, if the version is still this one. */
  boolean update(UUID id, int version, LinkData data) {
    return dsl.update(CONTACT_COMPANY)
            .set(write(id, data).forUpdate())
            .where(CONTACT_COMPANY.ID.eq(id), CONTACT_COMPANY.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Leaves at most this link the main one of its contact. */
  void unsetMain(ContactId contact, UUID except) {
    dsl.update(CONTACT_COMPANY)
        .set(CONTACT_COMPANY.MAIN, false)
        .where(
            CONTACT_COMPANY.CONTACT_ID.eq(contact.value()),
            CONTACT_COMPANY.MAIN.isTrue(),
            CONTACT_COMPANY.ID.ne(except))
        .execute();
  }

  /** The database archives what is deleted. */
  void delete(UUID id) {
    dsl.deleteFrom(CONTACT_COMPANY).where(CONTACT_COMPANY.ID.eq(id)).execute();
  }
}
