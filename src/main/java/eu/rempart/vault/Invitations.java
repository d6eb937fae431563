package eu.rempart.vault;

import eu.rempart.vault.VaultRepository.InvitationRow;
import eu.rempart.vault.VaultRepository.VaultRow;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time codes that carry the organisation's key to a new member (or one who forgot the
 * password). The key is sealed under code and pepper together: a row and its link open nothing
 * without the server's pepper. A code is bound to one version of the member's key: once that
 * version or a later one exists, the code opens nothing, whatever the database says of it.
 */
final class Invitations {

  private static final int CODE = 16;
  private static final int CHECKSUM = 4;

  private final VaultRepository repository;
  private final Access access;
  private final MemberKeys memberKeys;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Duration life;

  Invitations(
      VaultRepository repository,
      Access access,
      MemberKeys memberKeys,
      Pepper pepper,
      SecurityEvents events,
      TransactionTemplate transactions,
      Clock clock,
      Duration life) {
    this.repository = repository;
    this.access = access;
    this.memberKeys = memberKeys;
    this.pepper = pepper;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.life = life;
  }

  /** What an accepted code gave. */
  sealed interface Result {
    record Accepted(UUID memberId, @Nullable OrganisationKeys keys) implements Result {}

    record Refused(Acceptance.Reason reason) implements Result {}
  }

  Invitation invite(UUID memberId, boolean withKey, UUID invitedBy, OrganisationKeys keys) {
    byte[] code = Randomness.bytes(CODE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (Code parts = new Code(code.clone(), pepper)) {
      InvitationRow plain =
          new InvitationRow(
              UUID.randomUUID(),
              memberId,
              pepper.codeHash(parts.auth),
              new byte[0],
              access.nextVersion(memberId),
              null,
              keys.vault().epoch(),
              invitedBy,
              now,
              now.plus(life),
              false);
      byte[] bound = bound(keys.vault(), plain, withKey);
      byte[] wrap = withKey ? keys.root().read(k -> Aead.seal(parts.wrap, k, bound)) : null;
      byte[] proof = Hmac.of(parts.proof, bound);
      transactions.executeWithoutResult(
          tx -> {
            repository.revokeInvitations(memberId, now);
            repository.insert(complete(plain, proof, wrap));
          });
      events.record(SecurityEvent.of("vault.member.invited", Severity.INFO).member(memberId));
      return new Invitation(plain.id(), CodeText.write(code, CHECKSUM), plain.expiresAt());
    }
  }

  /**
   * Takes the organisation's key out of the rows of expired invitations, so that no dump made later
   * has it.
   *
   * @return how many rows
   */
  int forgetExpired() {
    return repository.forgetExpiredWraps(clock.instant());
  }

  /** Whom a code invites, while it can be accepted. */
  Optional<UUID> invited(String typed) {
    return CodeText.read(typed, CODE, CHECKSUM)
        .flatMap(
            code -> {
              try (Code parts = new Code(code, pepper)) {
                return repository
                    .invitation(pepper.codeHash(parts.auth))
                    .filter(row -> refusal(row) == null)
                    .map(InvitationRow::memberId);
              }
            });
  }

  Result accept(String typed, char[] password) {
    byte[] code = CodeText.read(typed, CODE, CHECKSUM).orElse(null);
    VaultRow vault = access.vault().orElse(null);
    if (code == null || vault == null) {
      return new Result.Refused(Acceptance.Reason.UNKNOWN);
    }
    try (Code parts = new Code(code, pepper)) {
      InvitationRow row = repository.invitation(pepper.codeHash(parts.auth)).orElse(null);
      if (row == null) {
        return new Result.Refused(Acceptance.Reason.UNKNOWN);
      }
      Acceptance.Reason refusal = refusal(row);
      return refusal == null ? accept(vault, row, parts, password) : new Result.Refused(refusal);
    }
  }

  private Acceptance.@Nullable Reason refusal(InvitationRow row) {
    if (row.used() || row.keyVersion() < access.nextVersion(row.memberId())) {
      return Acceptance.Reason.USED;
    }
    return row.expiresAt().isAfter(clock.instant()) ? null : Acceptance.Reason.EXPIRED;
  }

  private Result accept(VaultRow vault, InvitationRow row, Code parts, char[] password) {
    OrganisationKeys keys;
    try {
      keys = open(vault, row, parts);
    } catch (CryptoException e) {
      events.record(
          SecurityEvent.of("vault.invitation.tampered", Severity.ALARM).member(row.memberId()));
      return new Result.Refused(Acceptance.Reason.TAMPERED);
    }
    boolean kept = false;
    try {
      MemberKey key = memberKeys.make(row.memberId(), row.keyVersion(), password, keys);
      kept = Boolean.TRUE.equals(transactions.execute(tx -> use(row, key)));
    } finally {
      if (!kept && keys != null) {
        keys.destroy();
      }
    }
    return kept
        ? new Result.Accepted(row.memberId(), keys)
        : new Result.Refused(Acceptance.Reason.USED);
  }

  private boolean use(InvitationRow row, MemberKey key) {
    int replaced = repository.version(row.memberId());
    if (replaced >= key.version() || !repository.use(row.id(), clock.instant())) {
      return false;
    }
    repository.save(key, replaced);
    access.saw(row.memberId(), key.version());
    events.record(SecurityEvent.of("vault.member.joined", Severity.INFO).member(row.memberId()));
    return true;
  }

  /** Null for an engineer. */
  private @Nullable OrganisationKeys open(VaultRow vault, InvitationRow row, Code parts) {
    byte[] wrap = row.orgKeyWrap();
    byte[] bound = bound(vault.id(), row, wrap != null);
    Hmac.check(parts.proof, bound, row.codeProof());
    if (row.epoch() != vault.id().epoch()) {
      throw new CryptoException();
    }
    if (wrap == null) {
      return null;
    }
    OrganisationKeys keys =
        new OrganisationKeys(vault.id(), Secret.owning(Aead.open(parts.wrap, wrap, bound)));
    access.requireOf(vault, keys);
    return keys;
  }

  private static byte[] bound(VaultId vault, InvitationRow row, boolean withKey) {
    return Binding.of("rempart 1 invitation")
        .and(vault.id())
        .and(vault.epoch())
        .and(row.id())
        .and(row.memberId())
        .and(row.keyVersion())
        .and(row.createdBy())
        .and(row.expiresAt().getEpochSecond())
        .and(withKey ? 1 : 0)
        .bytes();
  }

  private static InvitationRow complete(InvitationRow row, byte[] proof, byte @Nullable [] wrap) {
    return new InvitationRow(
        row.id(),
        row.memberId(),
        row.codeHash(),
        proof,
        row.keyVersion(),
        wrap,
        row.epoch(),
        row.createdBy(),
        row.createdAt(),
        row.expiresAt(),
        false);
  }

  /** The keys that a code stands for. */
  private static final class Code implements AutoCloseable {
    private final Secret auth;
    private final Secret proof;
    private final Secret wrap;

    Code(byte[] code, Pepper pepper) {
      Secret secret = Secret.owning(code);
      auth = Hkdf.derive(secret, Binding.of("rempart 1 code auth").bytes());
      proof = Hkdf.derive(secret, Binding.of("rempart 1 code proof").bytes());
      Secret ofCode = Hkdf.derive(secret, Binding.of("rempart 1 code wrap").bytes());
      wrap = pepper.codeWrap(ofCode);
      ofCode.destroy();
      secret.destroy();
    }

    @Override
    public void close() {
      auth.destroy();
      proof.destroy();
      wrap.destroy();
    }
  }
}
