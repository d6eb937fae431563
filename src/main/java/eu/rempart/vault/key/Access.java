package eu.rempart.vault.key;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hpke;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.password.Stretching.PasswordKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a member's password to the organisation's key, distrusting what the database says. */
public final class Access {

  /** Asked for in the place of an unknown member, so that the same work is done. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final VaultRepository repository;
  private final MemberKeys memberKeys;
  private final Stretching stretching;
  private final Pepper pepper;
  private final Witness witness;
  private final SecurityEvents events;

  public Access(
      VaultRepository repository,
      MemberKeys memberKeys,
      Stretching stretching,
      Pepper pepper,
      Witness witness,
      SecurityEvents events) {
    this.repository = repository;
    this.memberKeys = memberKeys;
    this.stretching = stretching;
    this.pepper = pepper;
    this.witness = witness;
    this.events = events;
  }

  /** What a password opened. */
  public sealed interface Opening {

    /**
     * @param keys null for an engineer; whoever gets them destroys them, or hands them on
     * @param outdated whether the member's key falls to a quantum computer
     */
    record Opened(int version, @Nullable OrganisationKeys keys, boolean outdated)
        implements Opening {

      /** For whoever needs the keys no more. */
      public void forget() {
        if (keys != null) {
          keys.destroy();
        }
      }
    }

    record Refused(@Nullable String code) implements Opening {}
  }

  /** The vault, if home folder and database agree on it. */
  public Optional<VaultRow> vault() {
    return repository.vault().filter(this::isOurs);
  }

  public VaultState state() {
    Optional<VaultRow> row = repository.vault();
    if (row.isEmpty()) {
      return witness.isEmpty() ? VaultState.NEW : VaultState.MISMATCH;
    }
    if (isOurs(row.get())) {
      return VaultState.READY;
    }
    return !pepper.isKept() && row.get().pepperWrap() != null
        ? VaultState.PEPPER_LOST
        : VaultState.MISMATCH;
  }

  private boolean isOurs(VaultRow row) {
    return Arrays.equals(row.pepperCheck(), pepper.check(row.id()))
        && witness.vault().map(seen -> seen.matches(row.id(), row.checkValue())).orElse(true);
  }

  /** Takes as long for a member who does not exist (null) as for a wrong password. */
  public Opening open(@Nullable UUID memberId, char[] password) {
    VaultRow vault = vault().orElse(null);
    MemberKey row = repository.memberKey(memberId == null ? NOBODY : memberId).orElse(null);
    if (vault == null || row == null) {
      stretching.pretend(password);
      return new Opening.Refused(null);
    }
    if (!row.cost().isAcceptable() || row.salt().length != Stretching.SALT_BYTES) {
      stretching.pretend(password);
      tampered(row, "vault.key.cost");
      return new Opening.Refused(null); // the password is not proven: no word more than to anybody
    }
    try (PasswordKeys opened = memberKeys.verify(row, password)) {
      if (opened == null) {
        return new Opening.Refused(null);
      }
      if (row.version() < witness.newest(Witnessed.MEMBER, row.memberId())) {
        return new Opening.Refused(tampered(row, "vault.key.former"));
      }
      MemberKey.Wrap wrap = row.wrap();
      return new Opening.Opened(
          row.version(),
          keys(vault, row, opened),
          wrap != null && Hpke.isOutdated(wrap.publicKey()));
    } catch (CryptoException e) {
      return new Opening.Refused(tampered(row, "vault.key.tampered"));
    }
  }

  private @Nullable OrganisationKeys keys(VaultRow vault, MemberKey row, PasswordKeys opened) {
    MemberKey.Wrap wrap = row.wrap();
    if (wrap == null) {
      saw(row.memberId(), row.version());
      return null;
    }
    OrganisationKeys keys =
        MemberKeys.open(vault.id(), row.memberId(), row.version(), wrap, opened.kek());
    requireOf(vault, keys);
    saw(row.memberId(), row.version());
    return keys;
  }

  /**
   * @throws CryptoException (with {@code keys} destroyed) if they are not this vault's
   */
  public void requireOf(VaultRow vault, OrganisationKeys keys) {
    byte[] check = keys.checkValue();
    if (!java.security.MessageDigest.isEqual(check, vault.checkValue())) {
      keys.destroy();
      throw new CryptoException();
    }
    if (witness.vault().isEmpty()) {
      events.record(SecurityEvent.of("vault.witness.new", Severity.NOTICE));
      AfterCommit.run(() -> witness.sawVault(vault.id(), check));
    }
  }

  public void saw(UUID memberId, int version) {
    AfterCommit.run(() -> witness.saw(Witnessed.MEMBER, memberId, version));
  }

  public int newestVersion(UUID memberId) {
    return witness.newest(Witnessed.MEMBER, memberId);
  }

  /** Where the next key of this member starts: above all that anybody has seen. */
  public int nextVersion(UUID memberId) {
    int known = Math.max(repository.version(memberId), witness.newest(Witnessed.MEMBER, memberId));
    return Math.max(known, witness.newest(Witnessed.REFUSED, memberId)) + 1;
  }

  /**
   * Nobody joins as this member with what was made so far, whatever the database brings back.
   *
   * @return where their next key starts
   */
  public int refuse(UUID memberId) {
    int dead = nextVersion(memberId);
    AfterCommit.run(() -> witness.saw(Witnessed.REFUSED, memberId, dead));
    return dead + 1;
  }

  /**
   * Gives a member another password.
   *
   * @param version of the row that the former password opened
   */
  public void rewrap(UUID memberId, int version, char[] password, @Nullable OrganisationKeys keys) {
    int next = nextVersion(memberId);
    repository.save(memberKeys.make(memberId, next, password, keys), version);
    saw(memberId, next);
  }

  /** Takes the member's key away. */
  public void withdraw(UUID memberId) {
    int version = repository.withdraw(memberId, nextVersion(memberId) - 1);
    if (version > 0) {
      saw(memberId, version);
    }
  }

  private String tampered(MemberKey row, String kind) {
    String code =
        "K-"
            + Damage.shortCode(
                (kind + row.memberId()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    events.record(SecurityEvent.of(kind, Severity.ALARM).member(row.memberId()).code(code));
    return code;
  }
}
