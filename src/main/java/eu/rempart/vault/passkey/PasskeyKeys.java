package eu.rempart.vault.passkey;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.Access;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.key.Witnessed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and opens the rows of passkeys, distrusting what the database says. That the authenticator
 * signed is somebody else's to check; here nothing opens without its secret. Thread safe.
 */
public final class PasskeyKeys {

  /** Of what a page makes of an authenticator's secret, in bytes. */
  public static final int SECRET_BYTES = 32;

  /** The first second of it. */
  private static final long YEAR_2026 = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  private static final String TAMPERED = "vault.passkey.tampered";
  private static final String FORMER = "vault.passkey.former";

  private final PasskeyRepository repository;
  private final Access access;
  private final Pepper pepper;
  private final Witness witness;
  private final SecurityEvents events;

  public PasskeyKeys(
      PasskeyRepository repository,
      Access access,
      Pepper pepper,
      Witness witness,
      SecurityEvents events) {
    this.repository = repository;
    this.access = access;
    this.pepper = pepper;
    this.witness = witness;
    this.events = events;
  }

  /**
   * What authenticators are asked to make their secret of: the same for all of an installation, so
   * that nobody has to say who they are first. Not secret.
   */
  public Optional<byte[]> salt() {
    return access
        .vault()
        .map(vault -> sha256(Binding.of("rempart 1 vault").and(vault.id().id()).bytes()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  /**
   * A passkey more.
   *
   * @param secret of the authenticator, {@value #SECRET_BYTES} bytes; null for one that opens
   *     nothing
   * @param keys of whoever is signed in; null for an engineer
   */
  public Passkey add(
      UUID memberId,
      NewPasskey enrolled,
      @Nullable Secret secret,
      @Nullable OrganisationKeys keys) {
    UUID id = UUID.randomUUID();
    int version = Math.max(now(), newest(memberId) + 1);
    Passkey passkey =
        new Passkey(
            id,
            memberId,
            enrolled.kind(),
            enrolled.credentialId(),
            enrolled.attested(),
            enrolled.synced(),
            secret != null,
            enrolled.counter(),
            enrolled.name(),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            null,
            null);
    MemberKey.Wrap wrap =
        secret == null || keys == null ? null : wrap(memberId, id, version, secret, keys);
    repository.insert(
        new PasskeyRow(
            passkey, version, pepper.passkeyMac(PasskeyRow.bound(passkey, version)), wrap));
    AfterCommit.run(() -> witness.saw(Witnessed.ISSUED, memberId, version));
    return passkey;
  }

  /**
   * Versions are seconds since 2026: two servers that do not know of each other's passkeys count on
   * in the same direction, and what is taken away is older than all that comes, whatever rows the
   * database shows.
   */
  private static int now() {
    return Math.toIntExact(Instant.now().getEpochSecond() - YEAR_2026);
  }

  /** Of a member's passkeys, those that are gone included. */
  private int newest(UUID memberId) {
    int there =
        repository.of(memberId).stream()
            .filter(this::isOurs)
            .mapToInt(PasskeyRow::version)
            .max()
            .orElse(0);
    int known =
        Math.max(
            witness.newest(Witnessed.PASSKEY, memberId),
            witness.newest(Witnessed.ISSUED, memberId));
    return Math.max(there, known);
  }

  private boolean isOurs(PasskeyRow row) {
    return MessageDigest.isEqual(pepper.passkeyMac(row.bound()), row.mac());
  }

  private MemberKey.Wrap wrap(
      UUID memberId, UUID id, int version, Secret secret, OrganisationKeys keys) {
    Secret kek = kek(memberId, secret);
    try {
      MemberKey.Wrap pair = MemberKeys.pair(id, version, kek, keys.vault(), keys.checkValue());
      return MemberKeys.wrapped(id, version, pair, keys);
    } finally {
      kek.destroy();
    }
  }

  private Secret kek(UUID memberId, Secret secret) {
    return pepper.mixed(memberId, secret);
  }

  /** The passkey that an authenticator names; empty unless its row is what was written. */
  public Optional<Passkey> find(byte[] credentialId) {
    return repository.byCredential(credentialId).filter(this::isSound).map(PasskeyRow::passkey);
  }

  /** Those of a member that are what was written, the oldest first. */
  public List<Passkey> of(UUID memberId) {
    return repository.of(memberId).stream()
        .filter(row -> row.passkey().memberId().equals(memberId))
        .filter(this::isSound)
        .map(PasskeyRow::passkey)
        .toList();
  }

  private boolean isSound(PasskeyRow row) {
    if (!isOurs(row)) {
      tell(row, TAMPERED);
      return false;
    }
    Passkey passkey = row.passkey();
    if (row.version() <= witness.newest(Witnessed.PASSKEY, passkey.memberId())
        || row.version() <= witness.newest(Witnessed.PASSKEY, passkey.id())) {
      tell(row, FORMER);
      return false;
    }
    return true;
  }

  /** What a passkey opened. */
  public sealed interface Opening {

    /**
     * @param keys null for an engineer; whoever gets them destroys them, or hands them on
     */
    record Opened(@Nullable OrganisationKeys keys) implements Opening {}

    /**
     * @param code set if the row was tampered with: a code that the security event has too
     */
    record Refused(@Nullable String code) implements Opening {}
  }

  /**
   * The organisation's key, by a passkey whose authenticator has signed.
   *
   * @param secret null where the authenticator gave none
   */
  public Opening open(byte[] credentialId, @Nullable Secret secret) {
    PasskeyRow row = repository.byCredential(credentialId).filter(this::isSound).orElse(null);
    VaultRow vault = access.vault().orElse(null);
    if (row == null || vault == null || row.passkey().kind() != PasskeyKind.SIGN_IN) {
      return new Opening.Refused(null);
    }
    MemberKey.Wrap wrap = row.wrap();
    if (wrap == null) {
      return new Opening.Opened(null);
    }
    if (secret == null) {
      return new Opening.Refused(null);
    }
    UUID id = row.passkey().id();
    Secret kek = kek(row.passkey().memberId(), secret);
    try {
      OrganisationKeys keys = MemberKeys.open(vault.id(), id, row.version(), wrap, kek);
      access.requireOf(vault, keys);
      return new Opening.Opened(keys);
    } catch (CryptoException e) {
      return new Opening.Refused(tell(row, TAMPERED));
    } finally {
      kek.destroy();
    }
  }

  /** Whether the key of a session that a passkey opened is its owner's still. */
  public boolean isStill(UUID id) {
    return repository.isStill(id);
  }

  public void used(UUID id, long counter, String place) {
    repository.used(id, counter, place);
  }

  public boolean rename(UUID memberId, UUID id, String name) {
    return repository.of(memberId).stream()
        .filter(row -> row.passkey().id().equals(id) && isSound(row))
        .findFirst()
        .map(row -> PasskeyRow.bound(row.passkey().called(name), row.version()))
        .map(bound -> repository.rename(memberId, id, name, pepper.passkeyMac(bound)))
        .orElse(false);
  }

  /** It opens nothing any more, whatever the database brings back. */
  public boolean remove(UUID memberId, UUID id) {
    if (!repository.delete(memberId, id)) {
      return false;
    }
    AfterCommit.run(() -> witness.saw(Witnessed.PASSKEY, id, Integer.MAX_VALUE));
    return true;
  }

  /** As {@link #remove}, with all that a member has; answers how many they were. */
  public int removeAll(UUID memberId) {
    int newest = Math.max(now(), newest(memberId));
    AfterCommit.run(() -> witness.saw(Witnessed.PASSKEY, memberId, newest));
    return repository.deleteAll(memberId);
  }

  private String tell(PasskeyRow row, String kind) {
    UUID member = row.passkey().memberId();
    String code =
        "K-" + Damage.shortCode((kind + row.passkey().id()).getBytes(StandardCharsets.UTF_8));
    events.record(SecurityEvent.of(kind, Severity.ALARM).member(member).code(code));
    return code;
  }
}
