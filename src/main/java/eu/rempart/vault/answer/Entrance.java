package eu.rempart.vault.answer;

import eu.rempart.vault.handle.VaultHandle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How it stands with somebody who waits for the organisation's key. */
public sealed interface Entrance {

  /**
   * No administrator's session has come by yet.
   *
   * @param words of the key that was chosen, to compare
   * @param until when the invitation ends
   */
  record Waiting(List<String> words, Instant until) implements Entrance {}

  /** Let in; entering opens the vault. */
  record Ready() implements Entrance {}

  /** They hold the key from now on. */
  record Entered(UUID memberId, VaultHandle handle) implements Entrance {}

  /** The invitation ended before anybody came by. */
  record Expired() implements Entrance {}

  /** An administrator refused, suspended the account, or made another invitation. */
  record Refused() implements Entrance {}

  /** This server does not remember: they sign in with the password. */
  record Forgotten() implements Entrance {}
}
