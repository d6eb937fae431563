package eu.rempart.vault.answer;

import eu.rempart.vault.joining.WaitingHandle;
import java.util.UUID;

/** What came of an invitation's code. */
public sealed interface Acceptance {

  /** An engineer, who needs no key. */
  record Accepted(UUID memberId) implements Acceptance {}

  /** The password is chosen; an administrator's session gives the key. */
  record Waiting(UUID memberId, WaitingHandle handle) implements Acceptance {}

  record Refused(Reason reason) implements Acceptance {}

  /** Told only to whoever has the code. */
  enum Reason {
    UNKNOWN,
    EXPIRED,
    USED,
    /** The row in the database is not what the administrator made. */
    TAMPERED
  }
}
