package eu.rempart.vault.answer;

import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.joining.WaitingHandle;
import org.jspecify.annotations.Nullable;

/** What came of a password at sign-in. */
public sealed interface Unlocking {

  record Unlocked(VaultHandle handle) implements Unlocking {}

  /** The password is right, and its owner (an engineer) holds no key. */
  record VerifiedWithoutKey() implements Unlocking {}

  /** The password is right; its owner waits until an administrator's session lets them in. */
  record Waiting(WaitingHandle handle) implements Unlocking {}

  /**
   * Wrong password, no such member, suspended: nobody is told which.
   *
   * @param code set only if the member's key itself was tampered with or is out of date: a code
   *     that the security event has too, to be shown
   */
  record Refused(@Nullable String code) implements Unlocking {}
}
