package eu.rempart.mail;

import java.util.Optional;
import java.util.UUID;

/** Finds the address of a member; implemented by the room that knows members. */
public interface Recipients {

  /**
   * Empty for whoever gets no mail: gone, suspended, or with an address that does not open.
   *
   * @throws eu.rempart.vault.lock.VaultLockedException if the address is sealed and nobody holds
   *     the key
   */
  Optional<Recipient> find(UUID memberId);
}
