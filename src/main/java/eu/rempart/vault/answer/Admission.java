package eu.rempart.vault.answer;

/** What came of letting somebody in who waits. */
public enum Admission {
  /** They hold the organisation's key from now on. */
  ADMITTED,
  /** Nobody waits: let in by somebody else, or refused, a moment ago. */
  NOBODY,
  /** The invitation has ended. */
  EXPIRED,
  /** The account has had another key since, or lost its own: what waited counts no more. */
  OVERTAKEN,
  /** What waits is not what was made with the code of this invitation. */
  TAMPERED
}
