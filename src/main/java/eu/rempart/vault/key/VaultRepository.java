package eu.rempart.vault.key;

import static eu.rempart.db.generated.Tables.MEMBER_KEY;
import static eu.rempart.db.generated.Tables.VAULT;

import eu.rempart.db.generated.tables.records.MemberKeyRecord;
import eu.rempart.vault.crypto.Argon2;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** The vault's own tables. What comes out is what an evil database may have put there. */
public final class VaultRepository {

  private static final byte[] NOTHING = {};

  private final DSLContext database;

  public VaultRepository(DSLContext database) {
    this.database = database;
  }

  /** The row of {@code vault}. */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  public record VaultRow(
      VaultId id,
      byte[] recoveryWrap,
      byte[] checkValue,
      byte[] pepperCheck,
      byte @Nullable [] pepperWrap,
      int idleMinutes,
      byte @Nullable [] idleMac) {}

  public Optional<VaultRow> vault() {
    return database
        .selectFrom(VAULT)
        .fetchOptional(
            r ->
                new VaultRow(
                    new VaultId(r.getId(), r.getEpoch()),
                    r.getRecoveryWrap(),
                    r.getKeyCheck(),
                    r.getPepperCheck(),
                    r.getPepperWrap(),
                    r.getIdleMinutes(),
                    r.getIdleMac()));
  }

  public void insert(VaultRow row) {
    database
        .insertInto(VAULT)
        .set(VAULT.ID, row.id().id())
        .set(VAULT.EPOCH, row.id().epoch())
        .set(VAULT.RECOVERY_WRAP, row.recoveryWrap())
        .set(VAULT.KEY_CHECK, row.checkValue())
        .set(VAULT.PEPPER_CHECK, row.pepperCheck())
        .set(VAULT.PEPPER_WRAP, row.pepperWrap())
        .set(VAULT.IDLE_MINUTES, row.idleMinutes())
        .set(VAULT.IDLE_MAC, row.idleMac())
        .execute();
  }

  public void saveRecoveryWrap(byte[] wrap) {
    database
        .update(VAULT)
        .set(VAULT.RECOVERY_WRAP, wrap)
        .set(VAULT.RECOVERY_KIT_MOVED, false)
        .execute();
  }

  public void saveIdleMinutes(int minutes, byte[] mac) {
    database.update(VAULT).set(VAULT.IDLE_MINUTES, minutes).set(VAULT.IDLE_MAC, mac).execute();
  }

  /** The member's key, unless there is none or it has been withdrawn. */
  public Optional<MemberKey> memberKey(UUID memberId) {
    return database
        .selectFrom(MEMBER_KEY)
        .where(MEMBER_KEY.MEMBER_ID.eq(memberId))
        .and(MEMBER_KEY.VERIFIER.isNotNull())
        .fetchOptional(VaultRepository::read);
  }

  private static MemberKey read(MemberKeyRecord r) {
    boolean none =
        r.getPublicKey() == null
            && r.getSealedPrivateKey() == null
            && r.getPublicKeyMac() == null
            && r.getWrapEpoch() == null
            && r.getOrgKeyWrap() == null;
    return new MemberKey(
        r.getMemberId(),
        r.getVersion(),
        new Argon2.Cost(
            or(r.getArgonMemoryKib()), or(r.getArgonIterations()), or(r.getArgonParallelism())),
        or(r.getArgonSalt()),
        or(r.getVerifier()),
        none
            ? null
            : new MemberKey.Wrap(
                or(r.getPublicKey()),
                or(r.getSealedPrivateKey()),
                or(r.getPublicKeyMac()),
                or(r.getWrapEpoch()),
                or(r.getOrgKeyWrap())));
  }

  /** What is missing becomes what no check accepts. */
  private static byte[] or(byte @Nullable [] value) {
    return Objects.requireNonNullElse(value, NOTHING);
  }

  private static int or(@Nullable Integer value) {
    return Objects.requireNonNullElse(value, 0);
  }

  /** The version of the member's key, withdrawn or not; 0 if there never was one. */
  public int version(UUID memberId) {
    return database
        .select(MEMBER_KEY.VERSION)
        .from(MEMBER_KEY)
        .where(MEMBER_KEY.MEMBER_ID.eq(memberId))
        .fetchOptional(MEMBER_KEY.VERSION)
        .orElse(0);
  }

  /** Whether the member's key is of this version; waits for whoever writes another one. */
  public boolean isStill(UUID memberId, int version) {
    var key = MEMBER_KEY.MEMBER_ID.eq(memberId).and(MEMBER_KEY.VERSION.eq(version));
    return database.selectOne().from(MEMBER_KEY).where(key).forShare().fetchOne() != null;
  }

  /**
   * Puts a new key in the place of version {@code replaced} (0: of none).
   *
   * @throws OptimisticLockingFailureException if another one is there by now
   */
  public void save(MemberKey key, int replaced) {
    MemberKeyRecord r = new MemberKeyRecord();
    r.setMemberId(key.memberId());
    r.setVersion(key.version());
    r.setArgonMemoryKib(key.cost().memoryKib());
    r.setArgonIterations(key.cost().iterations());
    r.setArgonParallelism(key.cost().parallelism());
    r.setArgonSalt(key.salt());
    r.setVerifier(key.verifier());
    MemberKey.Wrap wrap = key.wrap();
    r.setPublicKey(wrap == null ? null : wrap.publicKey());
    r.setSealedPrivateKey(wrap == null ? null : wrap.sealedPrivateKey());
    r.setPublicKeyMac(wrap == null ? null : wrap.publicKeyMac());
    r.setWrapEpoch(wrap == null ? null : wrap.epoch());
    r.setOrgKeyWrap(wrap == null ? null : wrap.orgKeyWrap());
    int rows =
        database
            .insertInto(MEMBER_KEY)
            .set(r)
            .onConflict(MEMBER_KEY.MEMBER_ID)
            .doUpdate()
            .set(r)
            .where(MEMBER_KEY.VERSION.eq(replaced))
            .execute();
    if (rows != 1) {
      throw new OptimisticLockingFailureException(
          "the key of member %s is not at version %d any more".formatted(key.memberId(), replaced));
    }
  }

  /** Empties the member's key; answers the version that it has now (0 if there never was one). */
  public int withdraw(UUID memberId, int atLeast) {
    return database
        .update(MEMBER_KEY)
        .set(
            MEMBER_KEY.VERSION,
            org.jooq.impl.DSL.greatest(MEMBER_KEY.VERSION, org.jooq.impl.DSL.val(atLeast)).plus(1))
        .setNull(MEMBER_KEY.ARGON_MEMORY_KIB)
        .setNull(MEMBER_KEY.ARGON_ITERATIONS)
        .setNull(MEMBER_KEY.ARGON_PARALLELISM)
        .setNull(MEMBER_KEY.ARGON_SALT)
        .setNull(MEMBER_KEY.VERIFIER)
        .setNull(MEMBER_KEY.PUBLIC_KEY)
        .setNull(MEMBER_KEY.SEALED_PRIVATE_KEY)
        .setNull(MEMBER_KEY.PUBLIC_KEY_MAC)
        .setNull(MEMBER_KEY.WRAP_EPOCH)
        .setNull(MEMBER_KEY.ORG_KEY_WRAP)
        .where(MEMBER_KEY.MEMBER_ID.eq(memberId))
        .returning(MEMBER_KEY.VERSION)
        .fetchOptional(MEMBER_KEY.VERSION)
        .orElse(0);
  }

  public int wraps() {
    return database.fetchCount(MEMBER_KEY, MEMBER_KEY.ORG_KEY_WRAP.isNotNull());
  }

  public int withoutWrap() {
    return database.fetchCount(
        MEMBER_KEY, MEMBER_KEY.ORG_KEY_WRAP.isNull().and(MEMBER_KEY.VERIFIER.isNotNull()));
  }
}
