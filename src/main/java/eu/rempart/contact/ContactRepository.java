package eu.rempart.contact;

import static eu.rempart.db.generated.Tables.CONTACT;

import eu.rempart.common.Trace;
import eu.rempart.db.ManyRows;
import eu.rempart.db.RowsById;
import eu.rempart.db.generated.ContactWriter;
import eu.rempart.db.generated.OpenedContact;
import eu.rempart.db.generated.tables.records.ContactRecord;
import eu.rempart.db.sealed.Openings;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Contacts in the database; sealed on the way in, opened on the way out. */
@Repository
class ContactRepository {

  private static final Set<ContactField> ALL = EnumSet.allOf(ContactField.class);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final LinkRepository links;
  private final RowsById<Shown> lists;

  /** What a list reads. */
  private record Shown(Set<ContactField> fields, boolean employer) {

    Shown {
      fields = Set.copyOf(fields);
    }
  }

  ContactRepository(DSLContext dsl, Sealing sealing, LinkRepository links) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.lists = new RowsById<>(dsl, ContactRepository::columns, ContactRepository::select);
  }

  Optional<Contact> find(ContactId id) {
    return dsl.selectFrom(CONTACT)
        .where(CONTACT.ID.eq(id.value()))
        .fetchOptional()
        .map(this::contact);
  }

  List<Contact> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(CONTACT).where(CONTACT.ID.in(ids)).fetch(this::contact);
  }

  private Contact contact(ContactRecord row) {
    ContactMapper opened = ContactMapper.open(new OpenedContact(row, sealing), ALL);
    return new Contact(
        new ContactId(row.getId()),
        row.getVersion(),
        opened.data(),
        opened.unopenable(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  /** Rows in the order of these ids; ids of rows that are gone meanwhile are left out. */
  List<ContactRow> rows(List<UUID> ids, Set<ContactColumn> shown) {
    Set<ContactField> fields = ContactColumn.fieldsOf(shown);
    boolean employer = ContactColumn.employerIn(shown);
    Map<UUID, Row> byId = new HashMap<>();
    lists
        .fetch(new Shown(fields, employer), ids)
        .forEach(row -> byId.merge(row.get(CONTACT.ID), row, LinkRepository::mainOf));
    return Openings.inOrder(ids, byId, sealing, row -> row(row, fields, employer));
  }

  private static List<Field<?>> columns(Shown shown) {
    List<Field<?>> columns = selected(shown.fields());
    if (shown.employer()) {
      columns.addAll(LinkRepository.employerColumns());
    }
    return columns;
  }

  private static Select<?> select(Shown shown, Field<UUID[]> ids) {
    SelectJoinStep<Record> rows = DSL.select(columns(shown)).from(CONTACT);
    return (shown.employer() ? LinkRepository.joinEmployers(rows) : rows)
        .where(CONTACT.ID.eq(DSL.any(ids)));
  }

  /** Newest changes first: what a list shows while the index is being built. */
  List<ContactRow> recent(int offset, int limit, Set<ContactColumn> shown) {
    List<UUID> ids =
        dsl.select(CONTACT.ID)
            .from(CONTACT)
            .orderBy(CONTACT.CHANGED_AT.desc(), CONTACT.ID)
            .offset(offset)
            .limit(limit)
            .fetch(CONTACT.ID);
    return rows(ids, shown);
  }

  /** How many there are, counting no further than the cap. */
  int countUpTo(int cap) {
    return dsl.fetchCount(DSL.select(CONTACT.ID).from(CONTACT).limit(cap));
  }

  private static List<Field<?>> selected(Set<ContactField> fields) {
    List<Field<?>> columns =
        new ArrayList<>(List.of(CONTACT.ID, CONTACT.CREATED_AT, CONTACT.CHANGED_AT));
    columns.addAll(ContactMapper.columns(fields));
    return columns;
  }

  private ContactRow row(Row row, Set<ContactField> fields, boolean withEmployer) {
    ContactMapper opened = ContactMapper.open(new OpenedContact(row, sealing), fields);
    return new ContactRow(
        new ContactId(row.get(CONTACT.ID)),
        opened.data(),
        opened.unopenable(),
        withEmployer ? links.employer(row) : null,
        row.get(CONTACT.CREATED_AT).toInstant(),
        row.get(CONTACT.CHANGED_AT).toInstant());
  }

  void insert(Map<ContactId, ContactData> contacts) {
    ManyRows.insert(
        dsl, contacts.entrySet().stream().map(e -> sealed(e.getKey(), e.getValue())).toList());
  }

  private ContactRecord sealed(ContactId id, ContactData data) {
    ContactWriter writer = new ContactWriter(id.value(), sealing);
    ALL.forEach(field -> ContactMapper.write(field, data, writer));
    return writer.forInsert();
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(ContactId id, int version, Set<ContactField> fields, ContactData data) {
    ContactWriter writer = new ContactWriter(id.value(), sealing);
    fields.forEach(field -> ContactMapper.write(field, data, writer));
    return dsl.update(CONTACT)
            .set(writer.forUpdate())
            .where(CONTACT.ID.eq(id.value()), CONTACT.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Writes many at once; answers those whose version was another one. */
  Set<ContactId> updateAll(Map<Contact, ContactData> changes) {
    List<Contact> order = List.copyOf(changes.keySet());
    int[] written =
        dsl.batch(
                order.stream()
                    .map(contact -> updateOf(contact, Objects.requireNonNull(changes.get(contact))))
                    .toList())
            .execute();
    Set<ContactId> missed = new HashSet<>();
    for (int i = 0; i < written.length; i++) {
      if (written[i] == 0) {
        missed.add(order.get(i).id());
      }
    }
    return missed;
  }

  private Query updateOf(Contact before, ContactData after) {
    ContactWriter writer = new ContactWriter(before.id().value(), sealing);
    ContactField.changed(before.data(), after)
        .forEach(field -> ContactMapper.write(field, after, writer));
    return dsl.update(CONTACT)
        .set(writer.forUpdate())
        .where(CONTACT.ID.eq(before.id().value()), CONTACT.VERSION.eq(before.version()));
  }

  /** The database archives what is deleted. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(CONTACT).where(CONTACT.ID.in(ids)).execute();
  }
}
