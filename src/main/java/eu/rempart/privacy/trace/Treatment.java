package eu.rempart.privacy.trace;

/** What becomes of a record of others when a person is erased. */
public enum Treatment {
  /** It stays as it is. */
  KEEP,
  /** It stays, and its link with the person goes. */
  UNLINK,
  /** It stays; its former versions that name the person go. */
  FORMER,
  /** It goes for good, with its history and what belongs to it. */
  ERASE
}
