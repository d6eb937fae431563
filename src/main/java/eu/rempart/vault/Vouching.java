package eu.rempart.vault;

import eu.rempart.vault.answer.RoleProof;
import eu.rempart.vault.crypto.KeyDestroyedException;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.passkey.PasskeyKeys;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the organisation's key vouches for beside keys: roles, and that the ledger is whole. Stands
 * beside {@link VaultService}; the caller decides who may ask. Thread safe.
 */
public final class Vouching {

  private static final Logger LOG = LoggerFactory.getLogger(Vouching.class);

  private final Roles roles;
  private final LedgerSeal ledger;
  private final VaultRepository repository;
  private final PasskeyKeys passkeys;
  private final VaultSessions sessions;
  private final CurrentVault current;

  Vouching(VaultParts parts) {
    this.roles = parts.roles();
    this.ledger = parts.ledger();
    this.repository = parts.repository();
    this.passkeys = parts.passkeys();
    this.sessions = parts.sessions();
    this.current = parts.current();
  }

  /**
   * Proves that somebody who holds the key gave this member this role, once the transaction
   * commits; proofs of former roles prove nothing any more.
   *
   * @param former the version of the role before, 0 for none
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public RoleProof proveRole(UUID memberId, String role, int former) {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(() -> roles.prove(session.keys(), memberId, role, former));
  }

  /**
   * Whether this is the role that the member was given.
   *
   * @throws VaultLockedException if the handle has been locked
   */
  public boolean isRoleProven(VaultHandle handle, UUID memberId, String role, RoleProof proof) {
    VaultSession session = sessions.session(handle);
    return VaultSessions.unlocked(() -> roles.isProven(session.keys(), memberId, role, proof));
  }

  /**
   * Whether the key that opened this is still its member's: it is not if a password was changed, or
   * the key or passkey taken away, between the moment at which somebody used the former one and
   * this. Waits for whoever does so right now.
   */
  public boolean isCurrent(VaultHandle handle) {
    return sessions.find(handle).filter(session -> isStill(session.opener())).isPresent();
  }

  private boolean isStill(VaultSession.Opener opener) {
    UUID passkey = opener.passkey();
    return passkey == null
        ? repository.isStill(opener.memberId(), opener.version())
        : passkeys.isStill(passkey);
  }

  /** Records that a member's role is not the one that they were given; answers the code to show. */
  public String roleTampered(UUID memberId) {
    return roles.tampered(memberId);
  }

  /** The same for whoever looks at it: recorded once, not with every look. */
  public String roleShownTampered(UUID memberId) {
    return roles.shown(memberId);
  }

  /**
   * The first row of the ledger that is not what it was, or is missing; empty if it is whole.
   *
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public Optional<Long> ledgerBreak() {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(() -> ledger.broken(session.keys()));
  }

  /** Seals what the ledger grew by, while anybody has the vault unlocked. */
  void sweep() {
    sessions.keys().ifPresent(this::sealLedger);
  }

  private void sealLedger(OrganisationKeys keys) {
    try {
      ledger.extend(keys);
    } catch (KeyDestroyedException e) {
      LOG.debug("the vault was locked while the ledger was being sealed; the next one goes on", e);
    }
  }

  private VaultSession currentSession() {
    return sessions.session(current.handle().orElseThrow(VaultLockedException::new));
  }
}
