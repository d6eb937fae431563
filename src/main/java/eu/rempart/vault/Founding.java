package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
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
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.passkey.PasskeyKeys;
import eu.rempart.vault.second.SecondFactors;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the organisation's key comes from: made once, and opened by the recovery kit. */
final class Founding {

  private final VaultRepository repository;
  private final Access access;
  private final MemberKeys memberKeys;
  private final PasskeyKeys passkeys;
  private final SecondFactors seconds;
  private final Pepper pepper;
  private final Witness witness;
  private final SecurityEvents events;
  private final TransactionTemplate transactions;

  Founding(
      VaultRepository repository,
      Access access,
      MemberKeys memberKeys,
      PasskeyKeys passkeys,
      SecondFactors seconds,
      Pepper pepper,
      Witness witness,
      SecurityEvents events,
      TransactionTemplate transactions) {
    this.repository = repository;
    this.access = access;
    this.memberKeys = memberKeys;
    this.passkeys = passkeys;
    this.seconds = seconds;
    this.pepper = pepper;
    this.witness = witness;
    this.events = events;
    this.transactions = transactions;
  }

  record Founded(OrganisationKeys keys, RecoveryKit kit) {}

  /**
   * @throws IllegalStateException if there is a vault already
   */
  Founded setUp(UUID adminId, char[] password) {
    if (access.state() != VaultState.NEW) {
      throw new IllegalStateException("the vault is set up already: " + access.state());
    }
    VaultId vault = new VaultId(UUID.randomUUID(), 1);
    OrganisationKeys keys = new OrganisationKeys(vault, Secret.random(Hkdf.KEY_BYTES));
    RecoveryKit kit = RecoveryKit.fresh();
    pepper.keep();
    MemberKey adminKey = memberKeys.make(adminId, access.nextVersion(adminId), password, keys);
    transactions.executeWithoutResult(
        tx -> {
          repository.insert(
              new VaultRow(
                  vault,
                  kit.wrap(keys),
                  keys.checkValue(),
                  pepper.check(vault),
                  pepper.sealedUnder(keys),
                  IdleTime.USUAL_MINUTES,
                  pepper.idleMac(vault, IdleTime.USUAL_MINUTES)));
          repository.save(adminKey, repository.version(adminId));
          byte[] check = keys.checkValue();
          AfterCommit.run(() -> witness.sawVault(vault, check));
          access.saw(adminId, adminKey.version());
        });
    events.record(SecurityEvent.of("vault.founded", Severity.NOTICE).member(adminId));
    return new Founded(keys, kit);
  }

  /**
   * Brings a lost pepper back, with which members sign in as before.
   *
   * @return whether this server's files fit the vault now
   */
  boolean restorePepper(RecoveryKit kit) {
    if (access.state() != VaultState.PEPPER_LOST) {
      return access.state() == VaultState.READY;
    }
    VaultRow vault = repository.vault().orElseThrow();
    try {
      OrganisationKeys keys = kit.open(vault.id(), vault.recoveryWrap());
      try {
        requireSame(keys.checkValue(), vault.checkValue());
        pepper.restore(keys, Objects.requireNonNull(vault.pepperWrap()), vault.pepperCheck());
      } finally {
        keys.destroy();
      }
    } catch (CryptoException e) {
      events.record(SecurityEvent.of("vault.recovery.refused", Severity.WARNING));
      return false;
    }
    witness.readAgain();
    events.record(SecurityEvent.of("vault.pepper.restored", Severity.ALARM));
    return access.state() == VaultState.READY;
  }

  private static void requireSame(byte[] one, byte[] other) {
    if (!MessageDigest.isEqual(one, other)) {
      throw new CryptoException();
    }
  }

  /** The organisation's key, with a new password for this member; empty if the kit is another's. */
  Optional<OrganisationKeys> recover(RecoveryKit kit, UUID adminId, char[] newPassword) {
    VaultRow vault = access.vault().orElse(null);
    if (vault == null) {
      return Optional.empty();
    }
    try {
      OrganisationKeys keys = kit.open(vault.id(), vault.recoveryWrap());
      access.requireOf(vault, keys);
      int replaced = repository.version(adminId);
      MemberKey key = memberKeys.make(adminId, access.nextVersion(adminId), newPassword, keys);
      repository.save(key, replaced);
      passkeys.removeAll(adminId);
      seconds.forget(adminId);
      access.saw(adminId, key.version());
      events.record(SecurityEvent.of("vault.recovered", Severity.ALARM).member(adminId));
      return Optional.of(keys);
    } catch (CryptoException e) {
      events.record(SecurityEvent.of("vault.recovery.refused", Severity.WARNING).member(adminId));
      return Optional.empty();
    }
  }

  RecoveryKit renewKit(OrganisationKeys keys, UUID adminId) {
    RecoveryKit kit = RecoveryKit.fresh();
    repository.saveRecoveryWrap(kit.wrap(keys));
    events.record(SecurityEvent.of("vault.kit.renewed", Severity.NOTICE).member(adminId));
    return kit;
  }
}
