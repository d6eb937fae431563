package eu.rempart.tls.link;

/**
 * What is said on a feed: one byte for the kind, and the content.
 *
 * @param content at most {@link #LARGEST} bytes; not copied
 */
// compared by nobody
@SuppressWarnings("ArrayRecordComponent")
record Message(Kind kind, byte[] content) {
  /** In bytes: twenty thousand bans are some three million. */
  static final int LARGEST = 16 << 20;

  static final int LENGTH_BYTES = 4;

  /** The byte on the wire is the place in this list: append only. */
  enum Kind {
    /** Of a node, every second: one byte, whether connections may be sent there. */
    STATE,
    /** Of a node: keys of tickets, one after the other, the one in use first. */
    TICKETS,
    /** Of a node: what gates decide by; the application knows how it is written. */
    RULES,
    /** Of an edge, every second: what it counted; likewise. */
    REPORT,
    /** Of an edge: a report that another node has got and keeps. */
    COPY
  }
}
