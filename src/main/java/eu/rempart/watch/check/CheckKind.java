package eu.rempart.watch.check;

/** What is asked of a target. */
public enum CheckKind {
  /** Whether a server can be reached: a connection by TCP. */
  SERVER,
  /** Whether https works: handshake, chain, days left, protocol and size of the key. */
  HTTPS,
  /** How long a real page takes. */
  PAGE,
  /** How full something of this server is. */
  LEVEL;

  /** Whether it is measured over the network, so that every zone may do it. */
  public boolean remote() {
    return this != LEVEL;
  }

  /** What the limit is when nobody said: milliseconds, days left, or per cent. */
  public int usualLimit() {
    return switch (this) {
      case SERVER -> 2_000;
      case HTTPS -> 14;
      case PAGE -> 3_000;
      case LEVEL -> 90;
    };
  }

  /** Where a value that was beyond the limit is well again. */
  public int usualClear() {
    return switch (this) {
      case SERVER -> 1_500;
      case HTTPS -> 14;
      case PAGE -> 2_000;
      case LEVEL -> 80;
    };
  }
}
