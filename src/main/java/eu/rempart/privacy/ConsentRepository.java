package eu.rempart.privacy;

import static eu.rempart.db.generated.Tables.CONSENT;

import eu.rempart.contact.ContactId;
import eu.rempart.db.generated.ConsentWriter;
import eu.rempart.db.generated.OpenedConsent;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Consents in the database; purpose and source are sealed. */
@Repository
class ConsentRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  ConsentRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** The newest word first. */
  List<Consent> of(ContactId contact) {
    return dsl.selectFrom(CONSENT)
        .where(CONSENT.CONTACT_ID.eq(contact.value()))
        .orderBy(CONSENT.SAID_ON.desc(), CONSENT.ID)
        .fetch(
            row -> {
              OpenedConsent opened = new OpenedConsent(row, sealing);
              return new Consent(
                  row.getId(),
                  row.getVersion(),
                  contact,
                  switch (opened.purpose()) {
                    case Opened.Clear<String>(var purpose) -> purpose == null ? "" : purpose;
                    case Opened.Unopenable<String>(var code) -> code;
                  },
                  row.getGiven(),
                  row.getSaidOn(),
                  opened.source().orNull());
            });
  }

  void insert(
      UUID id,
      ContactId contact,
      String purpose,
      boolean given,
      LocalDate saidOn,
      @Nullable String source) {
    dsl.insertInto(CONSENT)
        .set(
            new ConsentWriter(id, sealing)
                .contactId(contact.value())
                .purpose(purpose)
                .given(given)
                .saidOn(saidOn)
                .source(source)
                .forInsert())
        .execute();
  }

  /** False where somebody else saved or removed it meanwhile. */
  boolean update(UUID id, int version, boolean given, LocalDate saidOn, @Nullable String source) {
    return dsl.update(CONSENT)
            .set(
                new ConsentWriter(id, sealing)
                    .given(given)
                    .saidOn(saidOn)
                    .source(source)
                    .forUpdate())
            .where(CONSENT.ID.eq(id), CONSENT.VERSION.eq(version))
            .execute()
        == 1;
  }
}
