package eu.rempart.vault.answer;

import eu.rempart.vault.handle.VaultHandle;
import java.util.Optional;
import java.util.UUID;

/** What came of an invitation's code. */
public sealed interface Acceptance {

  /**
   * @param handle empty for an engineer
   */
  record Accepted(UUID memberId, Optional<VaultHandle> handle) implements Acceptance {}

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
