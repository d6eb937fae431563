package eu.rempart.tls.gate;

/**
 * Is told what the edge did, for counters and for finding abuse. Called on event loops with the
 * source's address as in {@link ConnectionGate}: nothing here may block.
 */
public interface EdgeListener {

  /** A connection was refused or cut; called at most once for each connection. */
  void refused(long high, long low, Verdict why);

  void shookHands(long high, long low, Handshake handshake);

  /**
   * A handshake failed for a reason of the peer's or ours.
   *
   * @param reason the engine's own words without anything from the peer, at most 100 characters
   */
  void handshakeFailed(long high, long low, String reason);

  /**
   * A connection that had shaken hands is over.
   *
   * @param received decrypted bytes from the client
   * @param sent decrypted bytes to the client
   */
  void closed(long high, long low, long received, long sent);
}
