package eu.rempart.tls.gate;

/**
 * Decides on connections before they cost a signature. Called on event loops: nothing here may
 * block, and passing may not allocate. Addresses are 128 bits in two halves; IPv4 addresses are
 * mapped into IPv6, {@code ::ffff:a.b.c.d} (RFC 4291, 2.5.5.2). Safe for use by several threads.
 */
public interface ConnectionGate {

  /**
   * Gate 1: a source has connected; nothing was read or sent yet. Every connection for which this
   * does not refuse is told to {@link #ended} exactly once.
   */
  Verdict admit(long high, long low);

  /**
   * Gate 2: the ClientHello was read. A refusal resets the connection before any signature.
   *
   * @param resumes whether the client offers a session ticket or a pre-shared key
   * @param load how full the queue of signatures is, from 0.0 to 1.0
   */
  Verdict handshake(long high, long low, boolean resumes, double load);

  /**
   * Whether a connection that was admitted may stay after rules have changed; counts nothing. A
   * refusal resets it.
   */
  default Verdict review(long high, long low) {
    return Verdict.PASS;
  }

  /** A connection that was admitted is over. */
  void ended(long high, long low);
}
