package eu.rempart.history;

import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY;

import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.generated.ContactCompanyWriter;
import eu.rempart.db.generated.ContactWriter;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.db.sealed.TestSealing;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes and changes records as a business room would. */
public final class Records {

  private final TestDatabase database;
  private final Writes writes;
  private final Sealing sealing = new TestSealing();

  /** Writes with whoever these writes are signed by. */
  public Records(TestDatabase database, Writes writes) {
    this.database = database;
    this.writes = writes;
  }

  /** A person with this last name. */
  public RecordRef contact(String lastName) {
    UUID id = UUID.randomUUID();
    writes.run(
        Reason.EDIT,
        change ->
            database
                .app()
                .insertInto(CONTACT)
                .set(new ContactWriter(id, sealing).lastName(lastName).forInsert())
                .execute());
    return new RecordRef("contact", id);
  }

  /** A company with this name. */
  public RecordRef company(String name) {
    UUID id = UUID.randomUUID();
    writes.run(
        Reason.EDIT,
        change ->
            database
                .app()
                .insertInto(COMPANY)
                .set(new CompanyWriter(id, sealing).name(name).forInsert())
                .execute());
    return new RecordRef("company", id);
  }

  /** The person works for the company. */
  public RecordRef link(RecordRef contact, RecordRef company) {
    UUID id = UUID.randomUUID();
    writes.run(
        Reason.EDIT,
        change ->
            database
                .app()
                .insertInto(CONTACT_COMPANY)
                .set(
                    new ContactCompanyWriter(id, sealing)
                        .contactId(contact.id())
                        .companyId(company.id())
                        .jobTitle("buyer")
                        .forInsert())
                .execute());
    return new RecordRef("contact_company", id);
  }

  /** Changes a person. */
  public void change(RecordRef contact, UnaryOperator<ContactWriter> edit) {
    writes.run(
        Reason.EDIT,
        change ->
            database
                .app()
                .update(CONTACT)
                .set(edit.apply(new ContactWriter(contact.id(), sealing)).forUpdate())
                .where(CONTACT.ID.eq(contact.id()))
                .execute());
  }

  /** Whether the record is live. */
  public boolean lives(RecordRef ref) {
    return database
        .app()
        .fetchExists(
            org.jooq.impl.DSL.table(ref.kind()),
            org.jooq.impl.DSL.field("id", UUID.class).eq(ref.id()));
  }
}
