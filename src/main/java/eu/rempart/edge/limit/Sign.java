package eu.rempart.edge.limit;

/** What a source does that is counted, fading by half in about a minute. */
public enum Sign {
  CONNECTION,
  REFUSED,
  /** A handshake that cost a signature, or may have before the client left it. */
  FULL_HANDSHAKE,
  /** Bytes that are no TLS or no HTTP, and handshakes that failed. */
  MALFORMED,
  /** A handshake that its client never finished. */
  UNFINISHED,
  /** Cut for being too slow. */
  SLOW,
  REQUEST,
  /** Asked for a page that is not there. */
  MISSING,
  SIGN_IN_FAILED;

  static final int COUNT = values().length;

  /** Its place in arrays of {@link #COUNT}. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int index() {
    return ordinal();
  }
}
