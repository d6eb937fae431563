package eu.rempart.vault;

import eu.rempart.vault.InvitationRepository.InvitationRow;
import eu.rempart.vault.InvitationRepository.WaitingRow;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Invitation;
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
import eu.rempart.vault.key.Access;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import eu.rempart.vault.passkey.PasskeyKeys;
import eu.rempart.vault.second.SecondFactors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time codes that prove who joins, or comes back after forgetting the password. A code carries
 * no key: it proves the key pair that its holder makes, together with the pepper; {@link
 * Admissions} gives that pair the organisation's key (decision 0258). A code is bound to one
 * version of the member's key: once that version or a later one exists, it proves nothing, whatever
 * the database says of it.
 */
final class Invitations {

  private static final int CODE = 16;
  private static final int CHECKSUM = 4;

  private final InvitationRepository repository;
  private final VaultRepository keys;
  private final Access access;
  private final MemberKeys memberKeys;
  private final PasskeyKeys passkeys;
  private final SecondFactors seconds;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Duration life;

  Invitations(
      InvitationRepository repository,
      VaultRepository keys,
      Access access,
      MemberKeys memberKeys,
      PasskeyKeys passkeys,
      SecondFactors seconds,
      Pepper pepper,
      SecurityEvents events,
      TransactionTemplate transactions,
      Clock clock,
      Duration life) {
    this.repository = repository;
    this.keys = keys;
    this.access = access;
    this.memberKeys = memberKeys;
    this.passkeys = passkeys;
    this.seconds = seconds;
    this.pepper = pepper;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.life = life;
  }

  /** What an accepted code gave. */
  sealed interface Result {
    /** An engineer. */
    record Accepted(UUID memberId) implements Result {}

    /**
     * Somebody who waits.
     *
     * @param kek opens the private key; whoever gets it destroys it, or hands it on
     */
    record Chosen(MemberKey key, MemberKey.Wrap pair, Secret kek, Instant until)
        implements Result {}

    record Refused(Acceptance.Reason reason) implements Result {}
  }

  Invitation invite(UUID memberId, boolean withKey, UUID invitedBy, OrganisationKeys vault) {
    byte[] code = Randomness.bytes(CODE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (Code parts = new Code(code.clone(), pepper)) {
      Invitation made =
          Objects.requireNonNull(
              transactions.execute(
                  _ -> {
                    boolean earlier = repository.revoke(memberId, now);
                    InvitationRow row =
                        new InvitationRow(
                            UUID.randomUUID(),
                            memberId,
                            pepper.codeHash(parts.auth),
                            new byte[0],
                            earlier ? access.refuse(memberId) : access.nextVersion(memberId),
                            null,
                            vault.vault().epoch(),
                            invitedBy,
                            now,
                            now.plus(life),
                            false,
                            false);
                    byte[] bound = bound(vault.vault(), vault.checkValue(), row, withKey);
                    byte[] sealed = withKey ? vault.sealAdmission(parts.admission, bound) : null;
                    repository.insert(row.with(Hmac.of(parts.proof, bound), sealed));
                    return new Invitation(
                        row.id(), CodeText.write(code, CHECKSUM), row.expiresAt());
                  }));
      events.record(SecurityEvent.of("vault.member.invited", Severity.INFO).member(memberId));
      return made;
    }
  }

  /**
   * Forgets what expired codes proved, and who waits with one.
   *
   * @return how many
   */
  int forgetExpired() {
    return repository.forgetExpired(clock.instant());
  }

  /** Whom a code invites, while it can be accepted. */
  Optional<UUID> invited(String typed) {
    return CodeText.read(typed, CODE, CHECKSUM)
        .flatMap(
            code -> {
              try (Code parts = new Code(code, pepper)) {
                return repository
                    .byCode(pepper.codeHash(parts.auth))
                    .filter(row -> refusal(row) == null)
                    .map(InvitationRow::memberId);
              }
            });
  }

  /** What goes with the name of who invites; empty for what is no code. */
  Optional<byte[]> inviterMark(String typed, String name) {
    return CodeText.read(typed, CODE, CHECKSUM)
        .map(
            code -> {
              try (Code parts = new Code(code, pepper)) {
                return pepper.inviterMark(parts.auth, name);
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
      InvitationRow row = repository.byCode(pepper.codeHash(parts.auth)).orElse(null);
      if (row == null) {
        return new Result.Refused(Acceptance.Reason.UNKNOWN);
      }
      Acceptance.Reason refusal = refusal(row);
      if (refusal != null) {
        return new Result.Refused(refusal);
      }
      boolean withKey = row.admissionKey() != null;
      byte[] bound = bound(vault.id(), vault.checkValue(), row, withKey);
      if (row.epoch() != vault.id().epoch() || !isProof(parts, bound, row)) {
        events.record(
            SecurityEvent.of("vault.invitation.tampered", Severity.ALARM).member(row.memberId()));
        return new Result.Refused(Acceptance.Reason.TAMPERED);
      }
      return withKey ? choose(vault, row, parts, bound, password) : acceptEngineer(row, password);
    }
  }

  private static boolean isProof(Code parts, byte[] bound, InvitationRow row) {
    try {
      Hmac.check(parts.proof, bound, row.codeProof());
      return true;
    } catch (CryptoException e) {
      return false;
    }
  }

  private Acceptance.@Nullable Reason refusal(InvitationRow row) {
    if (row.used() || row.revoked() || row.keyVersion() < access.nextVersion(row.memberId())) {
      return Acceptance.Reason.USED;
    }
    return row.expiresAt().isAfter(clock.instant()) ? null : Acceptance.Reason.EXPIRED;
  }

  private Result choose(
      VaultRow vault, InvitationRow row, Code parts, byte[] bound, char[] password) {
    MemberKeys.Chosen chosen =
        memberKeys.choose(
            row.memberId(), row.keyVersion(), password, vault.id(), vault.checkValue());
    boolean kept = false;
    try {
      MemberKey.Wrap pair = Objects.requireNonNull(chosen.key().wrap());
      byte[] proof = Hmac.of(parts.admission, proven(bound, chosen.key(), pair));
      WaitingRow waiting = new WaitingRow(row.id(), chosen.key(), pair, proof, clock.instant());
      kept = Boolean.TRUE.equals(transactions.execute(_ -> await(row, waiting)));
      return kept
          ? new Result.Chosen(chosen.key(), pair, chosen.kek(), row.expiresAt())
          : new Result.Refused(Acceptance.Reason.USED);
    } finally {
      if (!kept) {
        chosen.kek().destroy();
      }
    }
  }

  private boolean await(InvitationRow row, WaitingRow waiting) {
    if (!repository.use(row.id(), clock.instant())) {
      return false;
    }
    repository.insert(waiting);
    events.record(SecurityEvent.of("vault.member.waiting", Severity.INFO).member(row.memberId()));
    return true;
  }

  private Result acceptEngineer(InvitationRow row, char[] password) {
    MemberKey key = memberKeys.make(row.memberId(), row.keyVersion(), password, null);
    return Boolean.TRUE.equals(transactions.execute(_ -> use(row, key)))
        ? new Result.Accepted(row.memberId())
        : new Result.Refused(Acceptance.Reason.USED);
  }

  private boolean use(InvitationRow row, MemberKey key) {
    int replaced = keys.version(row.memberId());
    if (replaced >= key.version() || !repository.use(row.id(), clock.instant())) {
      return false;
    }
    keys.save(key, replaced);
    passkeys.removeAll(row.memberId()); // they may have lost the device with the password
    seconds.forget(row.memberId());
    access.saw(row.memberId(), key.version());
    events.record(SecurityEvent.of("vault.member.joined", Severity.INFO).member(row.memberId()));
    return true;
  }

  /**
   * All that an invitation says. The check value tells the organisation's key from any other: who
   * joins is given this one, and takes no other for it.
   */
  static byte[] bound(VaultId vault, byte[] checkValue, InvitationRow row, boolean withKey) {
    return Binding.of("rempart 2 invitation")
        .and(vault.id())
        .and(vault.epoch())
        .and(checkValue)
        .and(row.id())
        .and(row.memberId())
        .and(row.keyVersion())
        .and(row.createdBy())
        .and(row.expiresAt().getEpochSecond())
        .and(withKey ? 1 : 0)
        .bytes();
  }

  /** All that a waiting key says. */
  static byte[] proven(byte[] bound, MemberKey key, MemberKey.Wrap pair) {
    return Binding.of("rempart 1 waiting key")
        .and(bound)
        .and(key.memberId())
        .and(key.version())
        .and(key.cost().memoryKib())
        .and(key.cost().iterations())
        .and(key.cost().parallelism())
        .and(key.salt())
        .and(key.verifier())
        .and(pair.publicKey())
        .and(pair.sealedPrivateKey())
        .bytes();
  }

  /** The keys that a code stands for. */
  private static final class Code implements AutoCloseable {
    private final Secret auth;
    private final Secret proof;
    private final Secret admission;

    Code(byte[] code, Pepper pepper) {
      Secret secret = Secret.owning(code);
      auth = Hkdf.derive(secret, Binding.of("rempart 1 code auth").bytes());
      proof = Hkdf.derive(secret, Binding.of("rempart 1 code proof").bytes());
      Secret ofCode = Hkdf.derive(secret, Binding.of("rempart 1 code admission").bytes());
      admission = pepper.admission(ofCode);
      ofCode.destroy();
      secret.destroy();
    }

    @Override
    public void close() {
      auth.destroy();
      proof.destroy();
      admission.destroy();
    }
  }
}
