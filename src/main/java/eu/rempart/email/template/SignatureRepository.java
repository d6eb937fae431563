package eu.rempart.email.template;

import static eu.rempart.db.generated.Tables.EMAIL_SIGNATURE;

import eu.rempart.common.Ids;
import eu.rempart.db.generated.EmailSignatureWriter;
import eu.rempart.db.generated.OpenedEmailSignature;
import eu.rempart.db.sealed.Sealing;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Signatures in the database, sealed; one of each member at most. */
@Repository
class SignatureRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  SignatureRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** Empty where there is none, and where it does not open. */
  Optional<String> of(UUID member) {
    return dsl.selectFrom(EMAIL_SIGNATURE)
        .where(EMAIL_SIGNATURE.MEMBER_ID.eq(member))
        .fetchOptional()
        .flatMap(
            row -> Optional.ofNullable(new OpenedEmailSignature(row, sealing).body().orNull()));
  }

  /** In the place of what was kept; of two first ones at once, the one that comes later holds. */
  void put(UUID member, String body) {
    if (!update(member, body) && !insert(member, body)) {
      update(member, body);
    }
  }

  private boolean update(UUID member, String body) {
    UUID known =
        dsl.select(EMAIL_SIGNATURE.ID)
            .from(EMAIL_SIGNATURE)
            .where(EMAIL_SIGNATURE.MEMBER_ID.eq(member))
            .fetchOne(EMAIL_SIGNATURE.ID);
    return known != null
        && dsl.update(EMAIL_SIGNATURE)
                .set(new EmailSignatureWriter(known, sealing).body(body).forUpdate())
                .where(EMAIL_SIGNATURE.ID.eq(known))
                .execute()
            == 1;
  }

  private boolean insert(UUID member, String body) {
    return dsl.insertInto(EMAIL_SIGNATURE)
            .set(
                new EmailSignatureWriter(Ids.next(), sealing)
                    .memberId(member)
                    .body(body)
                    .forInsert())
            .onConflict(EMAIL_SIGNATURE.MEMBER_ID)
            .doNothing()
            .execute()
        == 1;
  }

  void delete(UUID member) {
    dsl.deleteFrom(EMAIL_SIGNATURE).where(EMAIL_SIGNATURE.MEMBER_ID.eq(member)).execute();
  }
}
