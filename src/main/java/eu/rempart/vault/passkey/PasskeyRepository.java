package eu.rempart.vault.passkey;

import static eu.rempart.db.generated.Tables.PASSKEY;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import eu.rempart.db.generated.tables.records.PasskeyRecord;
import eu.rempart.vault.key.MemberKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The table {@code passkey}. What comes out is what an evil database may have put there. */
public final class PasskeyRepository {

  private static final byte[] NOTHING = {};

  private final DSLContext database;

  public PasskeyRepository(DSLContext database) {
    this.database = database;
  }

  Optional<PasskeyRow> byCredential(byte[] credentialId) {
    return find(PASSKEY.CREDENTIAL_ID.eq(credentialId)).stream().findFirst();
  }

  /** Those of a member, the oldest first. */
  List<PasskeyRow> of(UUID memberId) {
    return find(PASSKEY.MEMBER_ID.eq(memberId));
  }

  private List<PasskeyRow> find(Condition which) {
    return database
        .selectFrom(PASSKEY)
        .where(which)
        .orderBy(PASSKEY.CREATED_AT, PASSKEY.ID)
        .fetch(PasskeyRepository::read);
  }

  private static PasskeyRow read(PasskeyRecord r) {
    OffsetDateTime used = r.getLastUsedAt();
    boolean none =
        r.getPublicKey() == null && r.getSealedPrivateKey() == null && r.getOrgKeyWrap() == null;
    Passkey passkey =
        new Passkey(
            r.getId(),
            r.getMemberId(),
            PasskeyKind.valueOf(r.getKind()),
            r.getCredentialId(),
            r.getAttested(),
            r.getSynced(),
            !none,
            r.getCounter(),
            r.getName(),
            r.getCreatedAt().toInstant(),
            used == null ? null : used.toInstant(),
            r.getLastUsedPlace());
    return new PasskeyRow(
        passkey,
        r.getVersion(),
        r.getMac(),
        none
            ? null
            : new MemberKey.Wrap(
                or(r.getPublicKey()),
                or(r.getSealedPrivateKey()),
                or(r.getPublicKeyMac()),
                Objects.requireNonNullElse(r.getWrapEpoch(), 0),
                or(r.getOrgKeyWrap())));
  }

  /** What is missing becomes what no check accepts. */
  private static byte[] or(byte @Nullable [] value) {
    return Objects.requireNonNullElse(value, NOTHING);
  }

  /** Whether it is there still; waits for whoever takes it away. */
  boolean isStill(UUID id) {
    return database
            .select(PASSKEY.VERSION)
            .from(PASSKEY)
            .where(PASSKEY.ID.eq(id))
            .forShare()
            .fetchOne()
        != null;
  }

  void insert(PasskeyRow row) {
    Passkey passkey = row.passkey();
    PasskeyRecord r = new PasskeyRecord();
    r.setId(passkey.id());
    r.setMemberId(passkey.memberId());
    r.setVersion(row.version());
    r.setKind(passkey.kind().name());
    r.setCredentialId(passkey.credentialId());
    r.setAttested(passkey.attested());
    r.setSynced(passkey.synced());
    r.setMac(row.mac());
    r.setCounter(passkey.counter());
    r.setName(passkey.name());
    MemberKey.Wrap wrap = row.wrap();
    if (wrap != null) {
      r.setPublicKey(wrap.publicKey());
      r.setSealedPrivateKey(wrap.sealedPrivateKey());
      r.setPublicKeyMac(wrap.publicKeyMac());
      r.setWrapEpoch(wrap.epoch());
      r.setOrgKeyWrap(wrap.orgKeyWrap());
    }
    database.insertInto(PASSKEY).set(r).execute();
  }

  /** The counter never goes back, whatever happens at the same time. */
  void used(UUID id, long counter, String place) {
    database
        .update(PASSKEY)
        .set(PASSKEY.COUNTER, greatest(PASSKEY.COUNTER, val(counter)))
        .set(PASSKEY.LAST_USED_AT, currentOffsetDateTime())
        .set(PASSKEY.LAST_USED_PLACE, place)
        .where(PASSKEY.ID.eq(id))
        .execute();
  }

  /** Without effect where it is not this member's. */
  boolean rename(UUID memberId, UUID id, String name, byte[] mac) {
    return database
            .update(PASSKEY)
            .set(PASSKEY.NAME, name)
            .set(PASSKEY.MAC, mac)
            .where(PASSKEY.ID.eq(id), PASSKEY.MEMBER_ID.eq(memberId))
            .execute()
        == 1;
  }

  /** Without effect where it is not this member's. */
  boolean delete(UUID memberId, UUID id) {
    return database
            .deleteFrom(PASSKEY)
            .where(PASSKEY.ID.eq(id), PASSKEY.MEMBER_ID.eq(memberId))
            .execute()
        == 1;
  }

  int deleteAll(UUID memberId) {
    return database.deleteFrom(PASSKEY).where(PASSKEY.MEMBER_ID.eq(memberId)).execute();
  }
}
