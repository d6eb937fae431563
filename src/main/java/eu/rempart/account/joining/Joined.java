package eu.rempart.account.joining;

import eu.rempart.account.SignedInMember;
import eu.rempart.vault.joining.WaitingHandle;

/** What came of an invitation's code. */
public sealed interface Joined {

  /** An engineer's password is set, and its owner may be signed in with this. */
  record Welcome(SignedInMember member) implements Joined {}

  /** The password is chosen; an administrator's session lets its owner in. */
  record Waiting(WaitingHandle handle) implements Joined {}

  /** Never existed, or was mistyped, or was withdrawn. */
  record UnknownCode() implements Joined {}

  record ExpiredCode() implements Joined {}

  record UsedCode() implements Joined {}

  /** The invitation in the database is not what the administrator made. */
  record DamagedCode() implements Joined {}
}
