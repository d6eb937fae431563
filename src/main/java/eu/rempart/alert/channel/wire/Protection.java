package eu.rempart.alert.channel.wire;

/** How a connection is protected. */
public enum Protection {
  /** TLS 1.2 or newer from the first byte, with the peer's name checked. */
  TLS,
  /** Not at all, where somebody chose so: what lies in between is theirs, such as a tunnel. */
  NONE,
  /** Not at all, and only to this very machine. */
  NONE_ON_THIS_MACHINE
}
