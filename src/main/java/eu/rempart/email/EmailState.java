package eu.rempart.email;

/** How an e-mail fared. The names are those in the table {@code email}. */
public enum EmailState {
  /** It is to be sent. */
  WAITING,
  /** A mail server took it. */
  SENT,
  /** The mail server did not take it, for good. */
  FAILED,
  /** A mail server took it, and another one sent it back. */
  BOUNCED,
  RECEIVED;

  /** Whether it did not arrive. */
  public boolean isTrouble() {
    return this == FAILED || this == BOUNCED;
  }
}
