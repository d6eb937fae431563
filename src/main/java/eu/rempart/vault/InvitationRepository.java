package eu.rempart.vault;

import static eu.rempart.db.generated.Tables.INVITATION;
import static eu.rempart.db.generated.Tables.WAITING_KEY;
import static org.jooq.impl.DSL.select;

import eu.rempart.db.generated.tables.records.InvitationRecord;
import eu.rempart.db.generated.tables.records.WaitingKeyRecord;
import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.key.MemberKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Invitations, and who accepted one and waits. An evil database may have put anything there. */
final class InvitationRepository {

  private static final byte[] NOTHING = {};

  private final DSLContext database;

  InvitationRepository(DSLContext database) {
    this.database = database;
  }

  /**
   * A row of {@code invitation}, used or not.
   *
   * @param admissionKey what proves a waiting key, sealed for administrators' sessions; null for an
   *     engineer, and once nobody can be admitted
   */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  record InvitationRow(
      UUID id,
      UUID memberId,
      byte[] codeHash,
      byte[] codeProof,
      int keyVersion,
      byte @Nullable [] admissionKey,
      int epoch,
      UUID createdBy,
      Instant createdAt,
      Instant expiresAt,
      boolean used,
      boolean revoked) {

    InvitationRow with(byte[] proof, byte @Nullable [] sealed) {
      return new InvitationRow(
          id,
          memberId,
          codeHash,
          proof,
          keyVersion,
          sealed,
          epoch,
          createdBy,
          createdAt,
          expiresAt,
          used,
          revoked);
    }
  }

  /**
   * A row of {@code waiting_key}.
   *
   * @param chosen with a pair that nobody has vouched for
   */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  record WaitingRow(
      UUID invitationId, MemberKey chosen, MemberKey.Wrap pair, byte[] proof, Instant askedAt) {}

  void insert(InvitationRow row) {
    InvitationRecord r = new InvitationRecord();
    r.setId(row.id());
    r.setMemberId(row.memberId());
    r.setCodeHash(row.codeHash());
    r.setCodeProof(row.codeProof());
    r.setKeyVersion(row.keyVersion());
    r.setAdmissionKey(row.admissionKey());
    r.setEpoch(row.epoch());
    r.setCreatedBy(row.createdBy());
    r.setCreatedAt(row.createdAt().atOffset(ZoneOffset.UTC));
    r.setExpiresAt(row.expiresAt().atOffset(ZoneOffset.UTC));
    database.insertInto(INVITATION).set(r).execute();
  }

  Optional<InvitationRow> byCode(byte[] codeHash) {
    return find(INVITATION.CODE_HASH.eq(codeHash));
  }

  Optional<InvitationRow> byId(UUID id) {
    return find(INVITATION.ID.eq(id));
  }

  private Optional<InvitationRow> find(Condition condition) {
    return database
        .selectFrom(INVITATION)
        .where(condition)
        .fetchOptional(
            r ->
                new InvitationRow(
                    r.getId(),
                    r.getMemberId(),
                    r.getCodeHash(),
                    r.getCodeProof(),
                    r.getKeyVersion(),
                    r.getAdmissionKey(),
                    r.getEpoch(),
                    r.getCreatedBy(),
                    r.getCreatedAt().toInstant(),
                    r.getExpiresAt().toInstant(),
                    r.getUsedAt() != null,
                    r.getRevokedAt() != null));
  }

  /** False if somebody else was quicker, or it was revoked. */
  boolean use(UUID invitationId, Instant now) {
    return database
            .update(INVITATION)
            .set(INVITATION.USED_AT, now.atOffset(ZoneOffset.UTC))
            .where(INVITATION.ID.eq(invitationId))
            .and(INVITATION.USED_AT.isNull())
            .and(INVITATION.REVOKED_AT.isNull())
            .execute()
        == 1;
  }

  /** Takes back what is open, and sends away who waits; false if there was neither. */
  boolean revoke(UUID memberId, Instant now) {
    int rows =
        database
            .update(INVITATION)
            .set(INVITATION.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
            .setNull(INVITATION.ADMISSION_KEY)
            .where(INVITATION.MEMBER_ID.eq(memberId))
            .and(INVITATION.REVOKED_AT.isNull())
            .and(
                INVITATION
                    .USED_AT
                    .isNull()
                    .or(
                        INVITATION.ID.in(
                            select(WAITING_KEY.INVITATION_ID)
                                .from(WAITING_KEY)
                                .where(WAITING_KEY.MEMBER_ID.eq(memberId)))))
            .execute();
    return deleteWaiting(memberId) + rows > 0;
  }

  void insert(WaitingRow row) {
    deleteWaiting(row.chosen().memberId());
    WaitingKeyRecord r = new WaitingKeyRecord();
    r.setMemberId(row.chosen().memberId());
    r.setInvitationId(row.invitationId());
    r.setVersion(row.chosen().version());
    r.setArgonMemoryKib(row.chosen().cost().memoryKib());
    r.setArgonIterations(row.chosen().cost().iterations());
    r.setArgonParallelism(row.chosen().cost().parallelism());
    r.setArgonSalt(row.chosen().salt());
    r.setVerifier(row.chosen().verifier());
    r.setPublicKey(row.pair().publicKey());
    r.setSealedPrivateKey(row.pair().sealedPrivateKey());
    r.setProof(row.proof());
    r.setAskedAt(row.askedAt().atOffset(ZoneOffset.UTC));
    database.insertInto(WAITING_KEY).set(r).execute();
  }

  Optional<WaitingRow> waiting(UUID memberId) {
    return database
        .selectFrom(WAITING_KEY)
        .where(WAITING_KEY.MEMBER_ID.eq(memberId))
        .fetchOptional(InvitationRepository::read);
  }

  /** The same, held against whoever admits or refuses them at this moment. */
  Optional<WaitingRow> lockWaiting(UUID memberId) {
    return database
        .selectFrom(WAITING_KEY)
        .where(WAITING_KEY.MEMBER_ID.eq(memberId))
        .forUpdate()
        .fetchOptional(InvitationRepository::read);
  }

  /** Everybody who waits, the longest first. */
  List<WaitingRow> waiting() {
    return database
        .selectFrom(WAITING_KEY)
        .orderBy(WAITING_KEY.ASKED_AT, WAITING_KEY.MEMBER_ID)
        .fetch(InvitationRepository::read);
  }

  /** Whose keys wait. */
  List<UUID> whoWaits() {
    return database
        .select(WAITING_KEY.MEMBER_ID)
        .from(WAITING_KEY)
        .orderBy(WAITING_KEY.ASKED_AT, WAITING_KEY.MEMBER_ID)
        .fetch(WAITING_KEY.MEMBER_ID);
  }

  private static WaitingRow read(WaitingKeyRecord r) {
    MemberKey.Wrap pair =
        new MemberKey.Wrap(r.getPublicKey(), r.getSealedPrivateKey(), NOTHING, 0, NOTHING);
    return new WaitingRow(
        r.getInvitationId(),
        new MemberKey(
            r.getMemberId(),
            r.getVersion(),
            new Argon2.Cost(r.getArgonMemoryKib(), r.getArgonIterations(), r.getArgonParallelism()),
            r.getArgonSalt(),
            r.getVerifier(),
            pair),
        pair,
        r.getProof(),
        Objects.requireNonNull(r.getAskedAt()).toInstant());
  }

  int deleteWaiting(UUID memberId) {
    return database.deleteFrom(WAITING_KEY).where(WAITING_KEY.MEMBER_ID.eq(memberId)).execute();
  }

  /** Nobody else is admitted by this invitation. */
  void close(UUID invitationId) {
    database
        .update(INVITATION)
        .setNull(INVITATION.ADMISSION_KEY)
        .where(INVITATION.ID.eq(invitationId))
        .execute();
  }

  /** Forgets what expired codes would admit, and who still waits with one. */
  int forgetExpired(Instant now) {
    Condition expired = INVITATION.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC));
    database
        .deleteFrom(WAITING_KEY)
        .where(WAITING_KEY.INVITATION_ID.in(select(INVITATION.ID).from(INVITATION).where(expired)))
        .execute();
    return database
        .update(INVITATION)
        .setNull(INVITATION.ADMISSION_KEY)
        .where(INVITATION.ADMISSION_KEY.isNotNull())
        .and(expired)
        .execute();
  }

  int open(Instant now) {
    return database.fetchCount(
        INVITATION,
        INVITATION
            .USED_AT
            .isNull()
            .and(INVITATION.REVOKED_AT.isNull())
            .and(INVITATION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC))));
  }
}
